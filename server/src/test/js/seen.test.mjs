import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked } from '../../../../static/lib/marks.js';
import { seen } from '../../../../static/lib/seen.js';

const MOST = 4;
let ids = 0;

const question = () => ({ id: `${ids++}`, role: 'user', status: 'complete', parts: [{ type: 'text', text: 'How many?' }] });
const answer = (text = 'Two.', status = 'complete') => ({
    id: `${ids++}`,
    role: 'assistant',
    status,
    parts: text ? [{ type: 'text', text }] : [],
});

test('nothing is left out of a short session', () => {
    assert.equal(seen([question(), answer(), question(), answer()], MOST, false), null);
    assert.equal(seen([], MOST, false), null);
});

test('the model sees the newest messages, from a question on', () => {
    const messages = [question(), answer(), question(), answer(), question()];

    assert.deepEqual(seen(messages, MOST, false), { first: messages[2].id, count: 3 });
});

test('an answer that is being written is not counted, one without words neither', () => {
    const messages = [question(), answer(), question(), answer(''), question(), answer(), answer('', 'streaming')];

    assert.deepEqual(seen(messages, MOST, false), { first: messages[2].id, count: 3 });
});

test('with older messages that were not loaded something is left out before the first', () => {
    const messages = [question(), answer()];

    assert.deepEqual(seen(messages, 2, true), { first: messages[0].id, count: 2 });
});

test('a snippet is cut where its matches are', () => {
    assert.deepEqual(marked('many customers', [[5, 9]]), [
        { text: 'many ', marked: false },
        { text: 'cust', marked: true },
        { text: 'omers', marked: false },
    ]);
    assert.deepEqual(marked('abcd', [[0, 2], [1, 3]]).map(({ text }) => text), ['ab', 'cd']);
    assert.deepEqual(marked('ab', [[1, 9], [1, 1]]), [{ text: 'ab', marked: false }]);
    assert.deepEqual(marked('abc', [[2, 3], [0, 1]]).map(({ text }) => text), ['a', 'b', 'c']);
});
