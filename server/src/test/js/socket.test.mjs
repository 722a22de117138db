import assert from 'node:assert/strict';
import test, { mock } from 'node:test';
import { backOffMs } from '../../../../static/lib/back-off.js';
import { createSocket } from '../../../../static/socket.js';

/// A WebSocket whose other end is the test.
class FakeConnection {
    static made = [];
    sent = [];

    constructor(url) {
        this.url = url;
        FakeConnection.made.push(this);
    }

    send(text) {
        const command = JSON.parse(text);
        if (command.type !== 'ping') this.sent.push(command);
    }

    close() {}

    says(event) {
        this.onmessage({ data: JSON.stringify(event) });
    }

    static get last() {
        return FakeConnection.made.at(-1);
    }
}

function started() {
    mock.timers.reset();
    mock.timers.enable({ apis: ['setTimeout'] });
    FakeConnection.made = [];
    const [events, links] = [[], []];
    const socket = createSocket({
        url: () => 'ws://server/ws',
        onEvent: event => events.push(event.type),
        onLink: (link, slow) => links.push(slow ? `${link}, too slow` : link),
        Connection: FakeConnection,
        random: () => 1,
    });
    socket.connect();
    return { socket, events, links };
}

function welcomed() {
    const page = started();
    FakeConnection.last.says({ type: 'welcome' });
    return page;
}

function comeBack() {
    FakeConnection.last.onclose({ code: 1006 });
    mock.timers.tick(10_000);
    FakeConnection.last.says({ type: 'welcome' });
}

const types = () => FakeConnection.last.sent.map(({ type }) => type);

test('the wait doubles up to a limit, and half of it is chance', () => {
    assert.deepEqual(
        [0, 1, 2].map(attempt => backOffMs(attempt, () => 1)),
        [300, 600, 1200],
    );
    assert.deepEqual(
        [0, 1, 2].map(attempt => backOffMs(attempt, () => 0)),
        [150, 300, 600],
    );
    assert.equal(
        backOffMs(1000, () => 1),
        10_000,
    );
});

test('a reply settles its command and tells what was asked', async () => {
    const { socket, events } = welcomed();
    const reply = socket.ask({ type: 'session.rename', session: 's1', title: 'A' });

    FakeConnection.last.says({ type: 'session.updated', re: FakeConnection.last.sent[0].id });

    assert.equal((await reply).type, 'session.updated');
    assert.deepEqual(events, ['welcome', 'session.updated']);
});

test('an error that replies goes to the asker alone, any other to everyone', async () => {
    const { socket, events } = welcomed();
    const reply = socket.ask({ type: 'turn.stop', session: 's1' });

    FakeConnection.last.says({ type: 'error', re: FakeConnection.last.sent[0].id, code: 'conflict', message: 'Nothing runs.' });
    FakeConnection.last.says({ type: 'error', code: 'internal', message: 'Ours.' });

    await assert.rejects(reply, { code: 'conflict' });
    assert.deepEqual(events, ['welcome', 'error']);
});

test('nothing is sent before the welcome', () => {
    const { socket } = started();
    socket.ask({ type: 'session.switch', session: 's1' });
    assert.deepEqual(types(), []);

    FakeConnection.last.says({ type: 'welcome' });
    assert.deepEqual(types(), ['session.switch']);
});

test('what must not be sent twice waits for the first connection, and fails without one', async () => {
    const { socket } = started();
    const reply = socket.ask({ type: 'turn.stop', session: 's1' });
    const refused = assert.rejects(reply, { code: 'unavailable' });

    FakeConnection.last.onclose({ code: 1006 });
    await refused;
    await assert.rejects(socket.ask({ type: 'turn.stop', session: 's1' }), { code: 'unavailable' });

    const { socket: another } = started();
    another.ask({ type: 'turn.stop', session: 's1' });
    FakeConnection.last.says({ type: 'welcome' });
    assert.deepEqual(types(), ['turn.stop']);
});

test("the user's own SQL is sent again under the same ids, and what was to end it after it", () => {
    const { socket } = welcomed();
    socket.ask({ type: 'query.run', id: 'q1', message: 'm1', session: 's1', sql: 'select 1' });
    FakeConnection.last.onclose({ code: 1006 });
    socket.ask({ type: 'query.stop', query: 'q1' });

    mock.timers.tick(10_000);
    FakeConnection.last.says({ type: 'welcome' });

    assert.deepEqual(types(), ['query.run', 'query.stop']);
    assert.deepEqual([FakeConnection.last.sent[0].id, FakeConnection.last.sent[0].message], ['q1', 'm1']);
});

test('who was too slow is told so, and comes back', () => {
    const { links } = welcomed();

    FakeConnection.last.onclose({ code: 1013 });
    mock.timers.tick(10_000);
    FakeConnection.last.says({ type: 'welcome' });
    FakeConnection.last.onclose({ code: 1006 });

    assert.deepEqual(links, ['open', 'lost, too slow', 'open', 'lost']);
});

test('each failed attempt waits longer than the one before', () => {
    started();
    for (const wait of [300, 600, 1200]) {
        const before = FakeConnection.made.length;
        FakeConnection.last.onclose({ code: 1006 });
        mock.timers.tick(wait - 1);
        assert.equal(FakeConnection.made.length, before);
        mock.timers.tick(1);
        assert.equal(FakeConnection.made.length, before + 1);
    }
});

test('after coming back it switches to the watched session first', () => {
    const { socket, links } = welcomed();
    socket.watch('s1');

    comeBack();

    assert.deepEqual(
        FakeConnection.last.sent.map(({ type, session }) => [type, session]),
        [['session.switch', 's1']],
    );
    assert.deepEqual(links, ['open', 'lost', 'open']);
});

test('an unanswered question is sent again with the same id, after the switch', async () => {
    const { socket } = welcomed();
    socket.watch('s1');
    const reply = socket.ask({ type: 'message.send', session: 's1', message: 'q1', text: 'How many?' });

    comeBack();

    assert.deepEqual(types(), ['session.switch', 'message.send']);
    const sent = FakeConnection.last.sent[1];
    assert.equal(sent.message, 'q1');
    FakeConnection.last.says({ type: 'message.accepted', re: sent.id });
    assert.equal((await reply).type, 'message.accepted');
});

test('a session that was never created is created before it is switched to', () => {
    const { socket } = welcomed();
    socket.watch('s1');
    socket.ask({ type: 'session.create', session: 's1' });
    socket.ask({ type: 'session.switch', session: 's1' });
    socket.ask({ type: 'message.send', session: 's1', message: 'q1', text: 'How many?' });

    comeBack();

    assert.deepEqual(types(), ['session.create', 'session.switch', 'message.send']);
});

test('what would do harm twice is not sent again but fails', async () => {
    const { socket } = welcomed();
    const reply = socket.ask({ type: 'turn.stop', session: 's1' });

    comeBack();

    await assert.rejects(reply, { code: 'unavailable' });
    assert.deepEqual(types(), []);
});

test('a watched session that is gone is left', async () => {
    const { socket, events } = welcomed();
    socket.watch('s1');
    comeBack();

    FakeConnection.last.says({ type: 'error', re: FakeConnection.last.sent[0].id, code: 'not_found', message: 'Gone.' });
    await Promise.resolve();
    await Promise.resolve();

    assert.deepEqual(events.slice(-2), ['page.closed', 'error']);
});

test('a connection that has gone silent is given up', () => {
    const { links } = welcomed();

    mock.timers.tick(20_000);

    assert.deepEqual(links, ['open', 'lost']);
});

test('a connection that answers is kept', () => {
    const { links } = welcomed();

    for (let i = 0; i < 5; i++) {
        FakeConnection.last.says({ type: 'pong' });
        mock.timers.tick(20_000);
    }

    assert.deepEqual(links, ['open']);
});

test('words of a connection that was given up are not heard', () => {
    const { events } = welcomed();
    const old = FakeConnection.last;
    old.onclose({ code: 1006 });

    old.says({ type: 'token' });

    assert.deepEqual(events, ['welcome']);
});
