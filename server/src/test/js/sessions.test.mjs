import assert from 'node:assert/strict';
import test from 'node:test';
import { INITIAL, reduce } from '../../../../static/reduce.js';
import { session, switched } from './events.mjs';

const CONNECTION = {
    id: 'c1',
    name: 'sample',
    kind: 'sqlite',
    url: '',
    status: 'ok',
    guard: { readOnly: true, detail: '' },
    sessions: 0,
};
const WELCOME = {
    type: 'welcome',
    model: { provider: 'offline', name: 'rules', offline: true },
    connections: [CONNECTION],
    connection: 'c1',
};
const LIST = { type: 'session.list', connection: 'c1' };

const at = (id, minute, fields) => session(id, { updatedAt: `2025-01-01T00:${minute}:00.000Z`, ...fields });
const ids = state => state.sessions.items.map(({ id }) => id);
const listed = (sessions, fields) =>
    reduce(reduce(INITIAL, WELCOME), { type: 'session.listed', sessions, total: 9, ...fields }, LIST);

test('a further page is added, and a session on both pages appears once', () => {
    const first = listed([at('a', 30), at('b', 20)], { next: 'cursor' });

    const both = reduce(first, { type: 'session.listed', sessions: [at('b', 20), at('c', 10)] }, { ...LIST, after: 'cursor' });

    assert.deepEqual(ids(both), ['a', 'b', 'c']);
    assert.equal(both.sessions.next, null);
});

test('pinned sessions come first, then the last active', () => {
    const state = listed([at('a', 30), at('b', 20), at('c', 10)]);

    const active = reduce(state, { type: 'session.updated', session: at('b', 40) });
    const pinned = reduce(active, { type: 'session.updated', session: at('c', 10, { pinned: true }) });

    assert.deepEqual(ids(pinned), ['c', 'b', 'a']);
});

test('sessions that others create, delete and restore come and go', () => {
    const state = listed([at('a', 30)]);

    const created = reduce(state, { type: 'session.created', session: at('b', 40) });
    const deleted = reduce(created, { type: 'session.deleted', session: 'a' });
    const restored = reduce(deleted, { type: 'session.restored', session: at('a', 30) });

    assert.deepEqual([ids(created), ids(deleted), ids(restored)], [['b', 'a'], ['b'], ['b', 'a']]);
});

test('sessions of another connection stay out of the list', () => {
    const state = listed([at('a', 30)]);

    assert.equal(reduce(state, { type: 'session.created', session: at('x', 40, { connection: 'c2' }) }), state);
});

test('an archived session leaves the list and stands among the archived', () => {
    const gone = reduce(listed([at('a', 30), at('b', 20)]), {
        type: 'session.updated',
        session: at('a', 30, { archived: true }),
    });
    assert.deepEqual(ids(gone), ['b']);

    const asked = reduce(gone, { type: 'page.shelf', shelf: 'archived' });
    const found = reduce(
        asked,
        { type: 'session.listed', sessions: [at('a', 30, { archived: true })] },
        { ...LIST, archived: true },
    );
    assert.deepEqual(ids(found), ['a']);
});

test('a list that was asked for before the shelf was changed is not taken', () => {
    const asked = reduce(listed([at('a', 30)]), { type: 'page.shelf', shelf: 'archived' });

    assert.equal(reduce(asked, { type: 'session.listed', sessions: [at('a', 30)] }, LIST), asked);
});

test("opening a session of another connection asks for that one's list", () => {
    const state = listed([at('a', 30)]);

    const opened = reduce(state, switched({ session: session('x', { connection: 'c2' }) }));

    assert.equal(opened.connection, 'c2');
    assert.deepEqual(opened.sessions, { connection: 'c2', items: [], next: null, shelf: 'sessions', listed: false });
});

test('after coming back the list stays in sight and is asked for again', () => {
    const back = reduce(listed([at('a', 30)]), WELCOME);

    assert.deepEqual(ids(back), ['a']);
    assert.equal(back.sessions.listed, false);
});

test('a question on its way is shown until it is accepted', () => {
    const sending = reduce(INITIAL, { type: 'page.sending', session: 's1', message: 'q1', text: 'How many?', connection: 'c1' });
    assert.deepEqual(sending.sending, [{ session: 's1', message: 'q1', text: 'How many?', connection: 'c1' }]);

    const accepted = reduce(sending, { type: 'message.accepted', session: 's1', message: 'q1', turn: 't1', seq: 0 });
    assert.deepEqual(accepted.sending, []);
});

test('the same error again is one notice', () => {
    const error = { type: 'error', code: 'busy', message: 'Stop it with turn.stop.' };

    const state = [error, error].reduce((state, event) => reduce(state, event), INITIAL);

    assert.deepEqual(
        state.toasts.map(({ text }) => text),
        ['An answer is being written. Stop it, or wait.'],
    );
});

test('a session that was archived here can be taken back until it is', () => {
    const asked = { type: 'session.archive', session: 'a', archived: true };
    const gone = reduce(listed([at('a', 30)]), { type: 'session.updated', session: at('a', 30, { archived: true }) }, asked);
    assert.deepEqual(
        gone.toasts.map(({ undoes, session }) => [undoes, session]),
        [['archive', 'a']],
    );

    const back = reduce(gone, { type: 'session.updated', session: at('a', 30) });

    assert.deepEqual([ids(back), back.toasts], [['a'], []]);
});

test('the deleted sessions are asked for anew when another goes, and one that is restored leaves them', () => {
    const asked = reduce(listed([]), { type: 'page.shelf', shelf: 'deleted' });
    const found = reduce(asked, { type: 'session.listed', sessions: [at('a', 30)] }, { ...LIST, deleted: true });
    assert.deepEqual([ids(found), found.sessions.listed], [['a'], true]);

    assert.equal(reduce(found, { type: 'session.deleted', session: 'b' }).sessions.listed, false);
    assert.deepEqual(ids(reduce(found, { type: 'session.restored', session: at('a', 30) })), []);
});

test('the tables of a connection that was left are not taken for those of the current one', () => {
    const state = reduce(INITIAL, WELCOME);
    const event = { type: 'schema.listed', tables: [{ name: 'a', kind: 'table' }] };

    assert.equal(reduce(state, event, { type: 'schema.list', connection: 'c2' }).tables, null);
    assert.equal(reduce(state, event, { type: 'schema.list', connection: 'c1' }).tables.length, 1);
});

test('one question at a time is put in other words, and none in another session', () => {
    const editing = reduce(listed([]), { type: 'page.editing', message: 'm1' });

    assert.equal(editing.editing, 'm1');
    assert.equal(reduce(editing, { type: 'page.editing', message: null }).editing, null);
    assert.equal(reduce(editing, { type: 'page.opening', session: 's2' }).editing, null);
});
