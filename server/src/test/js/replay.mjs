// Folds the events that a client received, as the page does, and compares what they built with the stored session.
// `node replay.mjs FILE`, the file being {events, stored}: the last is the `session.switched` of a client that came afterwards.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { INITIAL, reduce } from '../../../../static/reduce.js';

const { events, stored } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const folded = events.reduce((state, event) => {
    // The end of a turn brings the whole message, which would hide what was put together wrongly before.
    if (event.type === 'turn.finished') assert.deepEqual(grown(state, event).parts, event.message.parts, 'a turn before its end');
    const next = reduce(state, event);
    assert.ok(!next.conversation?.stale, `something is missing before ${JSON.stringify(event)}`);
    return next;
}, INITIAL);

const { messages, seq, running } = folded.conversation;
assert.deepEqual({ messages, seq, running }, { messages: stored.messages, seq: stored.seq, running: stored.running });

function grown(state, { message }) {
    return state.conversation.messages.find(({ id }) => id === message.id);
}
