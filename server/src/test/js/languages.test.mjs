import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { en } from '../../../../static/languages/en.js';
import { zh } from '../../../../static/languages/zh.js';

const STATIC = new URL('../../../../static/', import.meta.url);
/** Names that are the same in every language: of keys, of programs, of formats. */
const NAMES = new Set(
    ('Alt ArrowDown ArrowUp Control Ctrl Delete Enter Escape Markdown Shift Tab TableChat ' +
        'DuckDB MariaDB MySQL PostgreSQL').split(' '),
);
/** Where a text of several words is none of the page's. */
const EXCEPT = new Set(['lib/sql-tokens.js']);

/** A language as paths and what stands there: "query.failed" → string. */
function shape(texts, path = '') {
    return Object.entries(texts).flatMap(([name, text]) =>
        typeof text === 'object' ? shape(text, `${path}${name}.`) : [[path + name, typeof text, text.length > 0 || name === 'rows']],
    );
}

test('no text is missing in Chinese, none is left over', () => {
    const names = texts => shape(texts).map(([name, type]) => `${name} ${type}`);

    assert.deepEqual(names(zh), names(en));
});

test('no Chinese text is the English one', () => {
    const texts = Object.entries(en).filter(([, text]) => typeof text === 'string');
    const same = texts.filter(([name, text]) => zh[name] === text).map(([name]) => name);

    assert.deepEqual(same, ['url']);
});

test('all that counts says how many', () => {
    for (const language of [en, zh]) {
        for (const name of ['rows', 'bytes', 'tables', 'sessionsCount', 'gaps', 'queries', 'otherTools']) {
            assert.match(language[name](2, '2'), /2/, name);
        }
        assert.match(language.seenFromHere(20, '20'), /20/);
        assert.match(language.tokens('7', '9'), /7.*9/);
    }
});

test('no other module has words of its own', () => {
    const found = [];
    for (const file of readdirSync(STATIC, { recursive: true })) {
        if (!file.endsWith('.js') || file.startsWith('languages') || EXCEPT.has(file)) continue;
        for (const text of literals(readFileSync(new URL(file, STATIC), 'utf8'))) if (isWords(text)) found.push(`${file}: ${text}`);
    }

    assert.deepEqual(found, []);
});

test('words are told from names and classes', () => {
    assert.ok(isWords('Copy'));
    assert.ok(isWords('Show more rows'));
    assert.ok(isWords('The answer failed.'));
    assert.ok(!isWords('quiet icon-only'));
    assert.ok(!isWords('Control+Shift+O'));
    assert.deepEqual(literals("a('Copy') // 'not this'\n/** 'nor' this */ b(`So ${n} it`)"), ['Copy', 'So  it']);
});

function literals(source) {
    const code = source.replace(/\/\*.*?\*\//gs, '').replace(/(^|\s)\/\/.*$/gm, '');
    return [...code.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, plain, template]) => plain ?? template.replace(/\$\{[^}]*\}/g, ''));
}

function isWords(text) {
    if (text.split('+').every(part => NAMES.has(part) || part.length === 1)) return false;
    return /^[A-Z][a-z]+|[A-Z][a-z]+ [a-z]/.test(text.trim()) || /[.?!…]$/.test(text) && /[a-z] [a-z]/.test(text);
}

test('every text is said somewhere, and every text that is said is there', () => {
    const files = readdirSync(STATIC, { recursive: true }).filter(file => file.endsWith('.js'));
    const code = files.map(file => readFileSync(new URL(file, STATIC), 'utf8')).join('\n');
    const said = new Set([...code.matchAll(/\bsay\.(\w+)/g)].map(([, name]) => name));

    assert.deepEqual([...said].sort(), Object.keys(en).filter(name => said.has(name)).sort());
    assert.deepEqual(Object.keys(en).filter(name => !said.has(name)), []);
});
