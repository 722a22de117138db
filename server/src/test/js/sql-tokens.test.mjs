import assert from 'node:assert/strict';
import test from 'node:test';
import { tokens } from '../../../../static/lib/sql-tokens.js';

const SQL = `Select "from", \`select\`, 'it''s', 12.5e3 -- where
from t1 /* and
more */ where "a""b" = 'open`;

test('keywords, strings, numbers and comments are told apart, quoted names are not', () => {
    const found = tokens(SQL).filter(({ type }) => type !== 'plain');

    assert.deepEqual(
        found.map(({ type, text }) => `${type} ${text}`),
        [
            'keyword Select',
            "string 'it''s'",
            'number 12.5e3',
            'comment -- where',
            'keyword from',
            'comment /* and\nmore */',
            'keyword where',
            "string 'open",
        ],
    );
});

test('nothing is lost or added', () => {
    for (const sql of [SQL, '', ' ', "'", '"', '/*', '--', 'é日本 select', 'a$b', '\\', '1e', '`']) {
        assert.equal(
            tokens(sql)
                .map(({ text }) => text)
                .join(''),
            sql,
        );
    }
});

test('what is read piece by piece is read as the whole is', () => {
    const plain = list => list.map(({ type, text }) => `${type}:${text}`).join('|');
    for (let cut = 0; cut <= SQL.length; cut++) {
        const first = tokens(SQL.slice(0, cut));
        const last = first.pop()?.text ?? '';
        assert.equal(plain([...first, ...tokens(last + SQL.slice(cut))]), plain(tokens(SQL)), `cut at ${cut}`);
    }
});
