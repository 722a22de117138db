import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createUnroll } from '../../../../static/lib/unroll.js';

const LINE = '';
let frames = [];
let shown = [];

beforeEach(() => {
    frames = [];
    globalThis.requestAnimationFrame = run => frames.push(run);
});

/** "30 … 39" as a list. */
const numbers = (from, to) => Array.from({ length: to - from }, (_, i) => `${from + i}`);

const unroll = () => createUnroll(item => item, items => (shown = items));

function frame() {
    for (const run of frames.splice(0)) run();
}

test('the end of a list is shown at once, and more of it in each frame until it is whole', () => {
    const list = unroll();

    list.update(numbers(0, 50));
    assert.deepEqual(shown, numbers(38, 50));
    assert.equal(list.whole(), false);

    frame();
    assert.deepEqual(shown, numbers(15, 50));

    frame();
    assert.deepEqual(shown, numbers(0, 50));
    assert.equal(list.whole(), true);
    assert.equal(frames.length, 0);
});

test('what comes at the end is there at once, what comes before the beginning is not', () => {
    const list = unroll();
    list.update(numbers(50, 55));

    list.update(numbers(50, 56));
    assert.deepEqual(shown, numbers(50, 56));

    list.update(numbers(20, 57));
    assert.deepEqual(shown, numbers(50, 57));

    frame();
    assert.deepEqual(shown, numbers(27, 57));
});

test('all of it is shown at once when it has to be', () => {
    globalThis.cancelAnimationFrame = () => (frames = []);
    const list = unroll();
    list.update(numbers(0, 50));

    list.finish();

    assert.deepEqual(shown, numbers(0, 50));
    assert.equal(list.whole(), true);
    assert.equal(frames.length, 0);
});

test('another list is begun at its end', () => {
    const list = unroll();
    list.update(numbers(0, 30));

    list.update(numbers(100, 140));
    frame();

    assert.deepEqual(shown, numbers(105, 140));
});

test('what has no key of its own never goes while it stands before the first', () => {
    const list = unroll();
    list.update([LINE, ...numbers(0, 3)]);

    list.update([LINE, ...numbers(0, 4)]);
    assert.deepEqual(shown, [LINE, ...numbers(0, 4)]);

    list.update([...numbers(0, 2), LINE, ...numbers(2, 5)]);
    assert.deepEqual(shown, [...numbers(0, 2), LINE, ...numbers(2, 5)]);
    assert.equal(frames.length, 0);
});
