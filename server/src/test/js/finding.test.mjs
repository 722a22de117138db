import assert from 'node:assert/strict';
import test from 'node:test';
import { best, match } from '../../../../static/lib/match.js';
import { tableName, written } from '../../../../static/lib/sql-names.js';
import { INITIAL, reduce } from '../../../../static/reduce.js';

test('every word that was typed has to be there, and beginnings come first', () => {
    const titles = ['Late orders', 'orders by month', 'Reorders', 'Customers'];

    assert.deepEqual(best(titles, title => title, 'order', 9), ['orders by month', 'Late orders', 'Reorders']);
    assert.deepEqual(best(titles, title => title, 'month ord', 9), ['orders by month']);
    assert.deepEqual(best(titles, title => title, '', 2), ['Late orders', 'orders by month']);
    assert.equal(match('orders', 'ordes'), 0);
});

test('names are quoted as the database wants them', () => {
    assert.equal(tableName('postgresql', { schema: 'public', name: 'a"b' }), '"public"."a""b"');
    assert.equal(tableName('mysql', { name: 'a`b' }), '`a``b`');
    assert.equal(written('sqlite', 'order_items'), 'order_items');
    assert.equal(written('sqlite', 'Order Items'), '"Order Items"');
});

test('questions wait in order until they are sent, taken back, or their session goes', () => {
    const waiting = ['m1', 'm2', 'm3'].reduce(
        (state, message) => reduce(state, { type: 'page.queued', session: message === 'm3' ? 's2' : 's1', message, text: message }),
        INITIAL,
    );
    const ids = state => state.queue.map(({ message }) => message);

    assert.deepEqual(ids(reduce(waiting, { type: 'page.unqueued', message: 'm1' })), ['m2', 'm3']);
    const sending = reduce(waiting, { type: 'page.sending', session: 's1', message: 'm1', text: 'm1' });
    assert.deepEqual(ids(sending), ['m2', 'm3']);
    assert.deepEqual(
        sending.sending.map(({ message }) => message),
        ['m1'],
    );
    assert.deepEqual(ids(reduce(waiting, { type: 'session.deleted', session: 's1' })), ['m3']);
});

test('questions that wait go with the connection they were to be asked of', () => {
    const queued = (message, connection) => ({ type: 'page.queued', session: 's1', message, text: 'x', connection });

    const state = [queued('m1', 'c1'), queued('m2', 'c2'), { type: 'connection.removed', connection: 'c1', sessions: 1 }].reduce(
        (state, event) => reduce(state, event),
        INITIAL,
    );

    assert.deepEqual(
        state.queue.map(({ message }) => message),
        ['m2'],
    );
});
