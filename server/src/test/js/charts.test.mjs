import assert from 'node:assert/strict';
import test from 'node:test';
import { choose, wished } from '../../../../static/charts/choose.js';
import { kindsOf } from '../../../../static/charts/columns.js';
import { dataOf } from '../../../../static/charts/data.js';

const columns = (...names) => names.map(name => ({ name, type: '' }));
const MONTHS = columns('month', 'orders');
const BY_MONTH = [
    ['2025-02', 7],
    ['2025-01', 5],
];

test('figures over time make a line, figures by name make bars', () => {
    assert.deepEqual(choose(MONTHS, BY_MONTH), { type: 'line', x: 0, y: [1] });
    assert.deepEqual(
        choose(columns('n', 'city'), [
            [1, 'Rome'],
            [2, 'Oslo'],
        ]),
        { type: 'bar', x: 1, y: [0] },
    );
});

test('what the rows are ranked by comes first, and alone where another would lie flat beside it', () => {
    const named = columns('category', 'orders', 'revenue');
    const rows = [
        ['Outdoor', 237, 33690],
        ['Home', 237, 23984],
        ['Books', 268, 13682],
    ];
    assert.deepEqual(choose(named, rows), { type: 'bar', x: 0, y: [2] });
    assert.deepEqual(choose(named, rows.toReversed()), { type: 'bar', x: 0, y: [1] });
});

test('two measures without a name make points, and an id is no measure', () => {
    const rows = [
        [1, 3.5, 20],
        [2, 4.5, 30],
    ];

    assert.deepEqual(
        choose(
            columns('price', 'weight'),
            rows.map(([, a, b]) => [a, b]),
        ),
        { type: 'scatter', x: 0, y: [1] },
    );
    assert.deepEqual(choose(columns('customer_id', 'spent', 'orders'), rows), { type: 'bar', x: 0, y: [1, 2] });
});

test('what has no figures, or a single row, is not drawn', () => {
    assert.equal(choose(columns('a', 'b'), [['x', 'y'], ['u', 'v']]), null);
    assert.equal(choose(columns('city', 'n'), [['Rome', 1]]), null);
    assert.equal(choose(columns('city', 'n'), [['Rome', null], ['Oslo', null]]), null);
    assert.equal(choose(columns('picture', 'n'), [[{ $bytes: '', length: 1 }, '1'], [null, '2']]), null);
});

test('decimals that came as text are figures by their type alone', () => {
    const typed = [{ name: 'a', type: 'DECIMAL(10,2)' }, { name: 'b', type: 'varchar' }];

    assert.deepEqual(kindsOf(typed, [['12.50', '12.50']]), ['number', 'words']);
});

test('a column that would lie flat beside another is left out', () => {
    const rows = [
        ['Rome', 90_000, 12],
        ['Oslo', 70_000, 9],
    ];

    assert.deepEqual(choose(columns('city', 'revenue', 'orders'), rows).y, [1]);
});

test('a wish is drawn as wished, by names in any case', () => {
    const wish = { type: 'area', x: 'MONTH', y: 'Orders', title: 'Orders' };

    assert.deepEqual(wished(wish, MONTHS, BY_MONTH), { type: 'area', x: 0, y: [1], title: 'Orders' });
});

test('a wish for what is not there becomes the best chart of its kind', () => {
    assert.deepEqual(wished({ type: 'bar', x: 'nothing', y: ['orders'] }, MONTHS, BY_MONTH), {
        type: 'bar',
        x: 0,
        y: [1],
        title: undefined,
    });
    assert.equal(wished({ type: 'pyramid', x: 'month', y: ['orders'] }, MONTHS, BY_MONTH).type, 'line');
    assert.equal(wished({ type: 'bar', x: 'a', y: ['b'] }, columns('a', 'b'), [['x', 'y'], ['u', 'v']]), null);
});

test('a line runs forward in time, whatever the order of the rows', () => {
    const data = dataOf({ type: 'line', x: 0, y: [1] }, MONTHS, BY_MONTH);

    assert.deepEqual(data, { labels: ['2025-01', '2025-02'], series: [{ name: 'orders', values: [5, 7] }] });
});

test('a further column tells series with the same labels apart', () => {
    const rows = [
        ['2025-01', 'Rome', '5.5'],
        ['2025-01', 'Oslo', '6'],
        ['2025-02', 'Oslo', null],
    ];

    const data = dataOf({ type: 'line', x: 0, y: [2] }, columns('month', 'city', 'n'), rows);

    assert.deepEqual(data.labels, ['2025-01', '2025-02']);
    assert.deepEqual(data.series, [
        { name: 'Rome', values: [5.5, null] },
        { name: 'Oslo', values: [6, null] },
    ]);
});

test('a pie has the greatest slices, and one for the others', () => {
    const rows = Array.from({ length: 14 }, (_, i) => [`c${i}`, i]);

    const { labels, series, others } = dataOf({ type: 'pie', x: 0, y: [1] }, columns('city', 'n'), rows);

    assert.equal(labels[0], 'c13');
    assert.equal(labels.length, 10);
    assert.equal(labels[9], '4 others');
    assert.equal(series[0].values[9], 1 + 2 + 3 + 4);
    assert.equal(others, true);
});
