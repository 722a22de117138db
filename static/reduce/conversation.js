// @ts-check
import { share } from '../lib/share.js';
import { reduceMessages } from './messages.js';

/** @typedef {import('../types.js').Conversation} Conversation */
/** @typedef {import('../types.js').Event} Event */
/** @typedef {import('../types.js').Command} Command */

/**
 * The open session after an event. Only events of that session in unbroken order are applied.
 * @param {Conversation|null} now
 * @param {Event} event
 * @param {Command} [asked]
 * @returns {Conversation|null}
 */
export function reduceConversation(now, event, asked) {
    if (event.type === 'session.switched') return switched(now, event);
    if (!now) return now;
    switch (event.type) {
        case 'session.updated':
            return event.session.id === now.session.id ? { ...now, session: event.session } : now;
        case 'session.deleted':
            return event.session === now.session.id ? null : now;
        case 'connection.removed':
            return event.connection === now.session.connection ? null : now;
        case 'message.listed':
            return asked?.session === now.session.id ? earlier(now, event) : now;
        case 'message.accepted': // its seq is only where the session stands, not a place in the order
            return now;
        default:
            return event.seq !== undefined && event.session === now.session.id ? inOrder(now, event) : now;
    }
}

/**
 * A snapshot holds the newest messages; older ones of the same session that were loaded before stay in front of it.
 * @type {(now: Conversation|null, event: Event) => Conversation}
 */
function switched(now, event) {
    const same = now?.session.id === event.session.id ? now : null;
    const from = same && event.messages.length ? same.messages.findIndex(({ id }) => id === event.messages[0].id) : -1;
    const older = same && from > 0 && event.earlier ? same.messages.slice(0, from) : [];
    return {
        session: event.session,
        messages: share(same?.messages, [...older, ...event.messages]),
        earlier: older.length && same ? same.earlier : event.earlier,
        seq: event.seq,
        running: event.running,
        draft: event.draft ?? '',
        window: event.window,
        stale: false,
    };
}

/** @type {(now: Conversation, event: Event) => Conversation} */
function earlier(now, event) {
    const known = new Set(now.messages.map(({ id }) => id));
    const older = event.messages.filter((/** @type {{id: string}} */ { id }) => !known.has(id));
    return { ...now, messages: [...older, ...now.messages], earlier: event.earlier };
}

/** @type {(now: Conversation, event: Event) => Conversation} */
function inOrder(now, event) {
    if (now.stale || event.seq <= now.seq) return now;
    const messages = event.seq === now.seq + 1 ? reduceMessages(now.messages, event) : null;
    if (!messages) return { ...now, stale: true };
    const next = { ...now, messages, seq: event.seq };
    if (event.type === 'turn.started') return { ...next, running: true, window: event.window };
    if (event.type === 'turn.finished') return { ...next, running: false };
    return next;
}
