// @ts-check
import { say } from './language.js';
import { backOffMs } from './lib/back-off.js';

/** @typedef {import('./types.js').Command} Command */
/** @typedef {import('./types.js').Event} Event */
/** @typedef {{command: Command, resolve: (event: Event) => void, reject: (error: Event) => void}} Unanswered */
/** @typedef {ReturnType<typeof createSocket>} Socket */

const HEARTBEAT_MS = 20_000;
/** The code with which the server closes when a client does not keep up. */
const TOO_SLOW = 1013;

/** Commands that do nothing twice, so they may be sent again when it is not known whether they arrived. */
const SENT_AGAIN = new Set([
    'session.create',
    'session.switch',
    'session.rename',
    'session.pin',
    'session.archive',
    'session.draft',
    'session.delete',
    'session.restore',
    'session.fork',
    'message.edit',
    'turn.retry',
    'message.send',
    'connection.use',
    'query.run',
    'query.stop',
]);

/**
 * One lasting connection to the server: it comes back by itself, switches to the watched session again, and sends
 * again what was not answered. Every event goes to `onEvent`; a reply also settles the promise of its command.
 * @param {{url: () => string, onEvent: (event: Event, asked?: Command) => void,
 *   onLink: (link: 'open'|'lost', slow?: boolean) => void, Connection?: typeof WebSocket, random?: () => number}} options
 */
export function createSocket({ url, onEvent, onLink, Connection = WebSocket, random = Math.random }) {
    /** @type {Map<string, Unanswered>} */
    const unanswered = new Map();
    /** @type {WebSocket|null} */
    let socket = null;
    /** @type {string|null} */
    let watched = null;
    let [open, heard, attempt, commands] = [false, false, 0, 0];
    /** @type {any} */
    let timer = 0;

    function connect() {
        clearTimeout(timer);
        const opened = (socket = new Connection(url()));
        opened.onmessage = ({ data }) => opened === socket && receive(JSON.parse(data));
        opened.onclose = ({ code }) => opened === socket && lose(code === TOO_SLOW);
    }

    /** @param {boolean} [slow] whether the server gave up on us, as we did not read what it sent */
    function lose(slow = false) {
        socket?.close();
        socket = null;
        if (open || attempt === 0) onLink('lost', slow);
        open = false;
        clearTimeout(timer);
        timer = setTimeout(connect, backOffMs(attempt++, random));
        for (const [id, { command, reject }] of unanswered) {
            if (SENT_AGAIN.has(command.type)) continue;
            unanswered.delete(id);
            reject(LOST);
        }
    }

    /** @param {Event} event */
    function receive(event) {
        heard = true;
        if (event.type === 'welcome') return welcome(event);
        const asked = event.re === undefined ? undefined : unanswered.get(event.re);
        if (asked) unanswered.delete(/** @type {string} */ (event.re));
        if (asked && event.type === 'error') return asked.reject(event);
        onEvent(event, asked?.command);
        asked?.resolve(event);
    }

    /** @param {Event} event */
    function welcome(event) {
        [open, attempt] = [true, 0];
        const waiting = [...unanswered.values()].map(({ command }) => command);
        const switches = waiting.some(({ type, session }) => type === 'session.switch' && session === watched);
        if (watched && !switches) ask({ type: 'session.switch', session: watched }).catch(leave);
        for (const command of waiting) send(command);
        onLink('open');
        onEvent(event);
        beat();
    }

    /** The session went while we were away. @param {Event} error */
    function leave(error) {
        watched = null;
        onEvent({ type: 'page.closed' });
        onEvent(error);
    }

    /** A connection that died without a word (sleep, another network) is noticed by its silence. */
    function beat() {
        heard = false;
        send({ type: 'ping' });
        timer = setTimeout(() => (heard ? beat() : lose()), HEARTBEAT_MS);
    }

    /** @param {Command} command */
    function send(command) {
        socket?.send(JSON.stringify(command));
    }

    /**
     * Sends a command, now or as soon as there is a connection; what must not be sent twice waits for the first one only.
     * @param {Command} command with an id of its own where others refer to it
     * @returns {Promise<Event>} its reply; rejected with the `error` event
     */
    function ask(command) {
        if (!open && attempt > 0 && !SENT_AGAIN.has(command.type)) return Promise.reject(LOST);
        const numbered = { id: `c${++commands}`, ...command };
        return new Promise((resolve, reject) => {
            unanswered.set(numbered.id, { command: numbered, resolve, reject });
            if (open) send(numbered);
        });
    }

    return {
        ask,
        connect,
        /** The session to switch to again after each reconnect. @param {string|null} session */
        watch: session => void (watched = session),
        /** Tries now instead of at the end of the wait. */
        hurry: () => void (socket || connect()),
    };
}

/** @type {Event} */
const LOST = { type: 'error', code: 'unavailable', message: say.serverUnreachable };
