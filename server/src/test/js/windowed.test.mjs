import assert from 'node:assert/strict';
import { test } from 'node:test';
import { near, picked } from '../../../../static/lib/windowed.js';

/** Rows of 30 px, under a heading of 40. */
const tops = [0, ...Array.from({ length: 1000 }, (_, i) => 40 + 30 * i)];

test('the rows in view are shown, and at least ten more on both sides', () => {
    for (const top of [0, 39, 40, 1234, 15_000, 29_409]) {
        const [from, to] = near(tops, top, top + 600);
        const [first, last] = [tops.findLastIndex(y => y <= top), tops.findLastIndex(y => y <= top + 600)];

        assert.ok(from <= Math.max(0, first - 10) && from > first - 21, `from ${from} at ${top}`);
        assert.ok(to >= Math.min(1000, last + 11) && to < last + 22, `to ${to} at ${top}`);
    }
});

test('scrolling a little changes nothing', () => {
    assert.deepEqual(near(tops, 6_100, 6_700), near(tops, 6_130, 6_730));
});

test('a box that shows nothing yet, and a list without rows', () => {
    assert.deepEqual(near(tops, 0, 0), [0, 20]);
    assert.deepEqual(near([0], 0, 600), [0, 0]);
});

test('whatever is shown has its heading, wherever that is', () => {
    const rows = ['Today', 1, 2, 'May', 3, 4, 'April', 5, 6];
    const isHeading = row => typeof row === 'string';
    const show = (from, to, ...kept) => picked(rows, [from, to], row => kept.includes(row), isHeading).map(i => rows[i]);

    assert.deepEqual(show(0, 3), ['Today', 1, 2]);
    assert.deepEqual(show(5, 7), ['May', 4, 'April']);
    assert.deepEqual(show(7, 9, 2), ['Today', 2, 'April', 5, 6]);
    assert.deepEqual(show(1, 2, 6), ['Today', 1, 'April', 6]);
    assert.deepEqual(show(4, 5, 3, 4), ['May', 3, 4]);
});
