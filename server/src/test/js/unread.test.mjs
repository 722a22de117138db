import assert from 'node:assert/strict';
import test from 'node:test';
import { period } from '../../../../static/lib/periods.js';
import { INITIAL, reduce } from '../../../../static/reduce.js';
import { session, switched } from './events.mjs';

const updated = (id, running) => ({ type: 'session.updated', session: session(id, { running }) });
const play = events => events.reduce((state, event) => reduce(state, event), INITIAL);

test('an answer that ended elsewhere is unread until its session is opened', () => {
    const ended = play([switched(), updated('s2', true), updated('s2', false)]);
    assert.deepEqual(ended.unread, { running: [], unread: ['s2'] });

    const opened = reduce(ended, switched({ session: session('s2') }));
    assert.deepEqual(opened.unread.unread, []);
});

test('an answer one saw end, a new title and a deleted session are not unread', () => {
    assert.deepEqual(play([switched(), updated('s1', true), updated('s1', false)]).unread.unread, []);
    assert.deepEqual(play([switched(), updated('s2', false)]).unread.unread, []);
    const deleted = play([switched(), updated('s2', true), updated('s2', false), { type: 'session.deleted', session: 's2' }]);
    assert.deepEqual(deleted.unread.unread, []);
});

test('an answer that was running when the list came, or ended while the page was away, is unread too', () => {
    const listed = running => ({ type: 'session.listed', sessions: [session('s2', { running })] });

    assert.deepEqual(play([switched(), listed(true), updated('s2', false)]).unread, { running: [], unread: ['s2'] });
    assert.deepEqual(play([switched(), updated('s2', true), listed(false)]).unread, { running: [], unread: ['s2'] });
    assert.deepEqual(play([switched(), listed(false)]).unread, { running: [], unread: [] });
});

test('sessions are grouped by the days of the calendar, not by hours', () => {
    const now = new Date(2025, 2, 31, 0, 30).getTime();
    const at = (...date) => period(new Date(...date).toISOString(), now);

    assert.equal(at(2025, 2, 31, 0, 1), 'Today');
    assert.equal(at(2025, 2, 30, 23, 59), 'Yesterday');
    assert.equal(at(2025, 2, 24, 12), 'Previous 7 days');
    assert.equal(at(2025, 2, 23, 12), 'Previous 30 days');
    assert.equal(at(2025, 1, 10), 'February');
    assert.equal(at(2024, 2, 31), 'March 2024');
});
