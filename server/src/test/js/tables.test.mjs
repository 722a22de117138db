import assert from 'node:assert/strict';
import test from 'node:test';
import { decimalsOf, withDecimals } from '../../../../static/lib/decimals.js';
import { pieces } from '../../../../static/lib/tabbed.js';

test('lines with tabs are a table, and columns without a value are left out', () => {
    const output = 'table a (table)\nsample rows:\nid\tname\tnote\n1\tAnn\t\n2\tBob\t\n\nno table b';

    assert.deepEqual(pieces(output), [
        { type: 'words', text: 'table a (table)\nsample rows:' },
        {
            type: 'table',
            head: ['id', 'name'],
            rows: [
                ['1', 'Ann'],
                ['2', 'Bob'],
            ],
        },
        { type: 'words', text: 'no table b' },
    ]);
});

test('a column of numbers is shown with the decimals that its longest has', () => {
    const values = [1, 2.5, null, '3.25'];

    assert.equal(decimalsOf(values), 2);
    assert.deepEqual(
        ['1', '2.5', '3.25', '4.125'].map(text => withDecimals(text, 2)),
        ['1.00', '2.50', '3.25', '4.125'],
    );
});

test('what is not all numbers, or comes from a computation, stays as it is', () => {
    assert.equal(decimalsOf([1.5, 'many']), 0);
    assert.equal(decimalsOf([1, 0.1 + 0.2]), 0);
    assert.equal(withDecimals('many', 2), 'many');
});
