import assert from 'node:assert/strict';
import test from 'node:test';
import { asMarkdown, asTabbed } from '../../../../static/lib/clipboard-tables.js';

test('a spreadsheet gets one line a row, and no formula', () => {
    const rows = [
        [1, 'a\tb\nc'],
        [-2.5, '=cmd()'],
        [null, '-2.5'],
    ];

    assert.equal(asTabbed(['n', 'word'], rows), "n\tword\n1\ta b c\n-2.5\t'=cmd()\n\t-2.5");
});

test('in Markdown neither bars nor breaks end a cell', () => {
    const rows = [['a|b', { $bytes: 'AAE=', length: 2 }]];

    assert.equal(asMarkdown(['x', 'y'], rows), '| x | y |\n| --- | --- |\n| a\\|b | AAE= |');
});
