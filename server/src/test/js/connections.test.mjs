import assert from 'node:assert/strict';
import test from 'node:test';
import { INITIAL, reduce } from '../../../../static/reduce.js';
import { session, switched } from './events.mjs';

const connection = (id, fields) => ({ id, name: id, kind: 'sqlite', url: '', status: 'ok', guard: { readOnly: true, detail: '' },
    sessions: 1, ...fields });
const WELCOME = {
    type: 'welcome',
    model: { provider: 'offline', name: 'rules', offline: true },
    connections: [connection('c1'), connection('c2')],
    connection: 'c1',
};
const LISTED = { type: 'session.listed', sessions: [session('s1')], total: 1 };
const LIST = { type: 'session.list', connection: 'c1' };

const started = () => reduce(reduce(reduce(INITIAL, WELCOME), LISTED, LIST), switched());

test('with the current connection go its sessions and the open one', () => {
    const state = reduce(started(), { type: 'connection.removed', connection: 'c1', sessions: 1 });

    assert.deepEqual(state.connections.map(({ id }) => id), ['c2']);
    assert.equal(state.connection, null);
    assert.equal(state.conversation, null);
    assert.deepEqual(state.sessions.items, []);
});

test('another connection goes without a trace', () => {
    const before = started();

    const state = reduce(before, { type: 'connection.removed', connection: 'c2', sessions: 0 });

    assert.equal(state.connection, 'c1');
    assert.equal(state.conversation, before.conversation);
    assert.equal(state.sessions, before.sessions);
});

test('a changed connection takes the place of what it was', () => {
    const state = reduce(started(), { type: 'connection.updated', connection: connection('c1', { name: 'zoo' }) });

    assert.deepEqual(state.connections.map(({ name }) => name), ['c2', 'zoo']);
    assert.equal(state.connection, 'c1');
});
