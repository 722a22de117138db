import assert from 'node:assert/strict';
import test from 'node:test';
import { INITIAL, reduce } from '../../../../static/reduce.js';
import { answer, played, question, session, switched } from './events.mjs';

const STARTED = {
    type: 'turn.started',
    turn: 't1',
    message: question('q1', 'How many?'),
    answer: answer('a1'),
    window: { messages: 2, trimmed: 0 },
};
const CALL = { id: 'call1', name: 'run_query', input: { sql: 'select 1' } };
const DONE = { ...CALL, status: 'complete', output: '1 row\n1\n1', durationMs: 3 };
const TURN = [
    STARTED,
    { type: 'thinking', message: 'a1', text: 'Let me ', offset: 0 },
    { type: 'thinking', message: 'a1', text: 'see', offset: 7 },
    { type: 'tool.started', message: 'a1', call: CALL },
    { type: 'tool.finished', message: 'a1', call: DONE },
    { type: 'token', message: 'a1', text: 'There ', offset: 0 },
    { type: 'token', message: 'a1', text: 'is 1.', offset: 6 },
];
const PARTS = [
    { type: 'thinking', text: 'Let me see' },
    { type: 'tool', call: DONE },
    { type: 'text', text: 'There is 1.' },
];
const FINISHED = {
    type: 'turn.finished',
    turn: 't1',
    status: 'complete',
    durationMs: 9,
    message: answer('a1', { status: 'complete', parts: PARTS, durationMs: 9 }),
};

test('the events of a turn build the message that its end holds', () => {
    const growing = played(switched(), TURN).conversation;
    assert.deepEqual(growing.messages, [question('q1', 'How many?'), answer('a1', { parts: PARTS })]);
    assert.equal(growing.running, true);

    const finished = played(switched(), [...TURN, FINISHED]).conversation;
    assert.deepEqual(finished.messages, [question('q1', 'How many?'), FINISHED.message]);
    assert.equal(finished.running, false);
    assert.equal(finished.seq, TURN.length + 1);
});

test('a snapshot taken at any place of a turn, and what follows it, end as the stored session', () => {
    const whole = [...TURN, FINISHED];
    const stored = played(switched(), whole).conversation;
    for (let at = 0; at <= whole.length; at++) {
        const then = played(switched(), whole.slice(0, at)).conversation;
        const snapshot = switched({
            messages: structuredClone(then.messages),
            seq: at,
            running: then.running,
            window: then.window,
        });

        const joined = played(snapshot, whole.slice(at)).conversation;

        assert.deepEqual(joined, stored);
    }
});

test('a gap marks the session stale, and nothing is applied until it is switched to again', () => {
    const gap = played(switched(), [STARTED, { type: 'token', message: 'a1', text: 'late', offset: 0, seq: 3 }]);
    assert.equal(gap.conversation.stale, true);

    const after = reduce(gap, { type: 'token', session: 's1', message: 'a1', text: 'x', offset: 0, seq: 2 });
    assert.equal(after, gap);

    const again = reduce(gap, switched({ messages: [question('q1', 'How many?'), answer('a1', { parts: PARTS })], seq: 9 }));
    assert.equal(again.conversation.stale, false);
    assert.equal(again.conversation.seq, 9);
});

test('text that does not begin where the last ended is a gap too', () => {
    const state = played(switched(), [STARTED, { type: 'token', message: 'a1', text: 'Hello', offset: 4 }]);

    assert.equal(state.conversation.stale, true);
});

test('an event that came before is not applied twice', () => {
    const state = played(switched(), TURN);

    assert.equal(reduce(state, { ...TURN[6], session: 's1', seq: 7 }), state);
});

test('events of another session change nothing', () => {
    const state = played(switched(), TURN);

    assert.equal(reduce(state, { type: 'token', session: 's2', message: 'a1', text: 'x', offset: 11, seq: 8 }), state);
});

test('a turn that answers an earlier message drops whatever stood after it', () => {
    const messages = [question('q1', 'One?'), answer('a1'), question('q2', 'Two?'), answer('a2')];
    const edited = question('q1', 'One, but better?');

    const state = played(switched({ messages }), [{ ...STARTED, message: edited, answer: answer('a3') }]);

    assert.deepEqual(state.conversation.messages, [edited, answer('a3')]);
});

test('an unknown event of the session moves its place in the order', () => {
    const state = played(switched(), [{ type: 'chart.added', message: 'a1' }, STARTED]);

    assert.equal(state.conversation.stale, false);
    assert.equal(state.conversation.messages.length, 2);
});

test('the place named by message.accepted is not an event of the order', () => {
    const state = reduce(reduce(INITIAL, switched()), {
        type: 'message.accepted',
        session: 's1',
        message: 'q1',
        turn: 't1',
        seq: 0,
    });

    assert.equal(played(state, [STARTED]).conversation.stale, false);
});

test('what did not change keeps its identity over a new snapshot', () => {
    const state = played(switched(), [...TURN, FINISHED]);
    const { messages, window } = state.conversation;

    const again = reduce(state, switched({ messages: structuredClone(messages), seq: 8, window }));

    assert.equal(again.conversation.messages, messages);
});

test('older messages go in front, once', () => {
    const state = reduce(INITIAL, switched({ messages: [question('q2', 'Two?')], earlier: true }));
    const listed = { type: 'message.listed', messages: [question('q1', 'One?'), question('q2', 'Two?')], earlier: false };

    const { conversation } = reduce(state, listed, { type: 'message.list', session: 's1', before: 'q2' });

    assert.deepEqual(
        conversation.messages.map(({ id }) => id),
        ['q1', 'q2'],
    );
    assert.equal(conversation.earlier, false);
});

test('a new snapshot keeps older messages that were loaded', () => {
    const all = ['q1', 'q2', 'q3'].map(id => question(id, id));
    const state = reduce(INITIAL, switched({ messages: all }));

    const { conversation } = reduce(state, switched({ messages: all.slice(1), earlier: true }));

    assert.deepEqual(conversation.messages, all);
    assert.equal(conversation.earlier, false);
});

test('a message stored outside a turn is added', () => {
    const added = question('q1', 'select 1');

    const state = played(switched(), [{ type: 'message.added', message: added }]);

    assert.deepEqual(state.conversation.messages, [added]);
});

test('a session that is deleted is open no more', () => {
    const state = reduce(reduce(INITIAL, switched()), { type: 'session.deleted', session: 's1' });

    assert.equal(state.conversation, null);
    assert.equal(state.toasts[0].session, 's1');
});

test('the end of an answer is announced once', () => {
    const before = played(switched(), TURN);
    const after = played(switched(), [...TURN, FINISHED]);

    assert.equal(before.announcement, null);
    assert.deepEqual(after.announcement, { turn: 't1', text: 'The answer is finished.' });
});

test('the shape of a session follows its updates', () => {
    const state = reduce(reduce(INITIAL, switched()), {
        type: 'session.updated',
        session: session('s1', { title: 'Customers' }),
    });

    assert.equal(state.conversation.session.title, 'Customers');
});
