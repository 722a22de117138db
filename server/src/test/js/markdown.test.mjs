import assert from 'node:assert/strict';
import test from 'node:test';
import { blocks } from '../../../../static/lib/markdown/blocks.js';
import { spans } from '../../../../static/lib/markdown/inline.js';

const bare = source => blocks(source).map(({ start, raw, ...content }) => content);
const text = words => ({ type: 'text', text: words });

test('empty lines divide paragraphs', () => {
    assert.deepEqual(bare('One\nstill one\n\nTwo'), [
        { type: 'paragraph', text: 'One\nstill one' },
        { type: 'paragraph', text: 'Two' },
    ]);
});

test('every block knows where its source begins', () => {
    const source = '# Title\n\ntext\n- a\n- b\n\n```\ncode\n```\nend';

    for (const { start, raw } of blocks(source)) assert.equal(source.slice(start, start + raw.length), raw);
    assert.deepEqual(
        blocks(source).map(({ type }) => type),
        ['heading', 'paragraph', 'list', 'code', 'paragraph'],
    );
});

test('a code block keeps every character, and runs to the end while it is open', () => {
    assert.deepEqual(bare('```sql\nselect *\n\n  from t\n```\nafter'), [
        { type: 'code', language: 'sql', text: 'select *\n\n  from t' },
        { type: 'paragraph', text: 'after' },
    ]);
    assert.deepEqual(bare('```\n- not a list'), [{ type: 'code', language: '', text: '- not a list' }]);
});

test('a table needs its line of dashes', () => {
    assert.deepEqual(bare('| a | b |\n|:--|--:|\n| 1 | x \\| y |\n| 2 |'), [
        {
            type: 'table',
            head: ['a', 'b'],
            align: ['left', 'right'],
            rows: [
                ['1', 'x | y'],
                ['2', ''],
            ],
        },
    ]);
    assert.equal(bare('| a | b |\n| 1 | 2 |')[0].type, 'paragraph');
});

test('numbers after bullets begin a list of their own', () => {
    assert.deepEqual(
        bare('- bullet\n  1. inner\n\n1. one\n2. two').map(({ items }) => items.map(({ text }) => text)),
        [
            ['bullet', 'inner'],
            ['one', 'two'],
        ],
    );
});

test('list items nest by their indent and go on over empty lines', () => {
    assert.deepEqual(bare('3. three\n\n4. four\n   more\n   - inner\n\nafter'), [
        {
            type: 'list',
            items: [
                { depth: 0, ordered: true, number: 3, text: 'three' },
                { depth: 0, ordered: true, number: 4, text: 'four\nmore' },
                { depth: 1, ordered: false, number: 0, text: 'inner' },
            ],
        },
        { type: 'paragraph', text: 'after' },
    ]);
});

test('quotes and rules', () => {
    assert.deepEqual(bare('> a\n> b\n\n---'), [{ type: 'quote', text: 'a\nb' }, { type: 'rule' }]);
});

test('marks inside a line', () => {
    assert.deepEqual(spans('a **b *c*** `d **e**`'), [
        text('a '),
        { type: 'strong', spans: [text('b '), { type: 'em', spans: [text('c')] }] },
        text(' '),
        { type: 'code', text: 'd **e**' },
    ]);
});

test('names with underscores and lone stars are text', () => {
    for (const words of ['order_items_total', '2 * 3 * 4', '**open', 'a * b', '`open']) {
        assert.deepEqual(spans(words), [text(words)]);
    }
});

test('a backslash before punctuation is not shown, and what follows is no mark', () => {
    const words = source =>
        spans(source)
            .map(({ text }) => text)
            .join('');

    assert.equal(words('\\<b> \\*not em\\* 1\\. \\!\\[x](y) \\\\'), '<b> *not em* 1. ![x](y) \\');
    assert.equal(words('C:\\data'), 'C:\\data');
    assert.deepEqual(spans('*a\\*b*'), [{ type: 'em', spans: [text('a'), text('*'), text('b')] }]);
});

test('a link is its words and its address, an image too', () => {
    assert.deepEqual(spans('[docs](https://example.com/?q=secret)'), [text('docs (https://example.com/?q=secret)')]);
    assert.deepEqual(spans('![x](https://example.com/x.png)'), [text('x (https://example.com/x.png)')]);
});

test('markup of the page stays text', () => {
    assert.deepEqual(bare('<img src=x onerror=alert(1)>'), [{ type: 'paragraph', text: '<img src=x onerror=alert(1)>' }]);
    assert.deepEqual(spans('<b>a</b>'), [text('<b>a</b>')]);
});

test('long and hostile input is read in reasonable time', () => {
    const began = performance.now();

    for (const piece of ['*', '_', '`', '[', '**a ', '| ', '- ', '~~', '_a_', '`` ` ']) {
        const source = piece.repeat(5000);
        for (const block of blocks(source)) if ('text' in block) spans(block.text);
    }

    assert.ok(performance.now() - began < 20_000);
});

test('code in an item stays in it, as it was written', () => {
    const [list, after] = blocks('1. Run this:\n   ```sql\n   select 1\n     from t\n\n   - 2\n   ```\n   and look\n2. Done\n\nEnd');

    assert.deepEqual(
        list.items.map(({ text }) => text),
        ['Run this:\n```sql\nselect 1\n  from t\n\n- 2\n```\nand look', 'Done'],
    );
    assert.equal(after.text, 'End');
    assert.equal(blocks('- a\n  ```\n  still open\nall of it').length, 1);
});
