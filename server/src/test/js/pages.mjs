// Twenty pages' sockets over a server that goes and comes back: all have to, each after a wait of its own that grows.
// `node --experimental-websocket pages.mjs URL OPEN`: the file OPEN is made when all are open for the first time.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createSocket } from '../../../../static/socket.js';

const PAGES = 20;
const HANG_MS = 90_000;
const LATE_MS = 1_500; // by how much a busy machine may be late

const [url, opened] = process.argv.slice(2);
const pages = Array.from({ length: PAGES }, open);

function open() {
    const page = { links: [], attempts: [], pongs: 0, lostAt: 0 };
    class Recorded extends WebSocket {
        constructor(address) {
            super(address);
            page.attempts.push(performance.now());
            // As browsers do, and not every version of Node: an attempt that fails is closed, too.
            this.addEventListener('error', () => setTimeout(() => this.onclose?.({ code: 1006 })), { once: true });
        }
    }
    page.socket = createSocket({
        url: () => url,
        onEvent: event => (page.pongs += event.type === 'connection.listed' ? 1 : 0),
        onLink: link => {
            page.links.push(link);
            if (link === 'lost') [page.lostAt, page.attempts] = [performance.now(), []];
        },
        Connection: Recorded,
    });
    page.socket.connect();
    return page;
}

const all = count => pages.every(({ links }) => links.filter(link => link === 'open').length >= count);

async function until(condition, what) {
    const end = performance.now() + HANG_MS;
    while (!condition()) {
        assert.ok(performance.now() < end, `not ${what}: ${JSON.stringify(pages.map(({ links }) => links))}`);
        await new Promise(done => setTimeout(done, 20));
    }
}

await until(() => all(1), 'all open');
writeFileSync(opened, '');
await until(() => all(2), 'all back');
for (const { socket } of pages) await socket.ask({ type: 'connection.list' });

const firsts = [];
let most = 0;
for (const { attempts, lostAt, links, pongs } of pages) {
    assert.deepEqual(links, ['open', 'lost', 'open']);
    assert.equal(pongs, 1);
    most = Math.max(most, attempts.length);
    firsts.push(Math.round(attempts[0] - lostAt));
    // The first wait is 150 to 300 ms, and each may be twice the one before. A refused attempt ends at once.
    const waits = attempts.map((at, i) => at - (i === 0 ? lostAt : attempts[i - 1]));
    waits.forEach((wait, i) => {
        const ceiling = Math.min(10_000, 300 * 2 ** i);
        assert.ok(wait >= ceiling / 2 - 20 && wait <= ceiling + LATE_MS, `wait ${i} was ${wait} ms`);
    });
}
const [earliest, latest] = [Math.min(...firsts), Math.max(...firsts)];
// Of 150 ms by chance; a clock that is late spreads them by some.
assert.ok(latest - earliest > 50, `the first waits are too much alike: ${firsts}`);
console.log(`all ${PAGES} back; at most ${most} attempts each, first waits from ${earliest} to ${latest} ms`);
process.exit(0);
