// @ts-check
import { say } from './language.js';
import { share } from './lib/share.js';
import { reduceConversation } from './reduce/conversation.js';
import { reduceModels } from './reduce/models.js';
import { reducePage } from './reduce/page.js';
import { reduceQueue } from './reduce/queue.js';
import { reduceSessions } from './reduce/sessions.js';
import { reduceToasts } from './reduce/toasts.js';
import { reduceUnread } from './reduce/unread.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Event} Event */
/** @typedef {import('./types.js').Command} Command */

/** @type {State} */
export const INITIAL = {
    link: 'connecting',
    slow: false,
    model: null,
    windowMessages: Infinity,
    connections: [],
    connection: null,
    tables: null,
    sessions: { connection: null, items: [], next: null, shelf: 'sessions', listed: false },
    opening: null,
    conversation: null,
    sending: [],
    toasts: [],
    toastsShown: 0,
    dialog: null,
    insertion: null,
    editing: null,
    queue: [],
    models: [],
    chosenModel: null,
    sought: null,
    unread: { running: [], unread: [] },
    announcement: null,
};

/**
 * The next state after an event of the server, or of the page itself (`page.…`). Pure: no DOM, no clock, no chance.
 * An event that changes nothing returns the same object.
 * @param {State} state
 * @param {Event} event
 * @param {Command} [asked] the command this event replies to
 * @returns {State}
 */
export function reduce(state, event, asked) {
    const next = reduceToasts(reduceHere(state, event, asked), state, event, asked);
    const sessions = reduceSessions(next.sessions, event, next.connection, asked);
    const conversation = reduceConversation(next.conversation, event, asked);
    const unread = reduceUnread(next.unread, event, conversation?.session.id);
    const queue = reduceQueue(next.queue, event);
    const models = reduceModels(next.models, event);
    const parts = { sessions, conversation, unread, queue, models };
    const same = Object.entries(parts).every(([name, part]) => part === next[/** @type {keyof State} */ (name)]);
    return same ? next : { ...next, ...parts };
}

/**
 * Everything that is neither the list of sessions nor the open conversation.
 * @type {(state: State, event: Event, asked?: Command) => State}
 */
function reduceHere(state, event, asked) {
    switch (event.type) {
        case 'welcome':
            return welcomed(state, event);
        case 'connection.listed':
            return { ...state, connections: share(state.connections, event.connections) };
        case 'connection.used':
            return {
                ...used(state, event.connection.id),
                conversation: null,
                connections: put(state.connections, event.connection),
            };
        case 'connection.added':
        case 'connection.updated':
            return { ...state, connections: put(state.connections, event.connection) };
        case 'connection.removed':
            return removed(state, event.connection);
        case 'schema.listed':
            return asked?.connection === state.connection && !asked?.like && !asked?.after ? { ...state, tables: event.tables } : state;
        case 'session.switched':
            return { ...used(state, event.session.connection), opening: null };
        case 'turn.finished':
            return finished(state, event);
        default:
            return reducePage(state, event);
    }
}

/** @type {(state: State, event: Event) => State} */
function welcomed(state, event) {
    const connection = state.conversation?.session.connection ?? event.connection ?? null;
    return {
        ...used(state, connection),
        model: event.model,
        models: event.models ?? [],
        connections: event.connections,
        windowMessages: event.limits?.windowMessages ?? Infinity,
    };
}

/** @type {(state: State, connection: string) => State} */
function removed(state, connection) {
    const connections = state.connections.filter(({ id }) => id !== connection);
    return { ...used(state, state.connection === connection ? null : state.connection), connections };
}

/** @type {(state: State, connection: string|null) => State} */
function used(state, connection) {
    return connection === state.connection ? state : { ...state, connection, tables: null };
}

/** @type {(state: State, event: Event) => State} */
function finished(state, event) {
    const { conversation } = state;
    if (!conversation || conversation.stale || event.session !== conversation.session.id) return state;
    const words = { complete: say.answerFinished, stopped: say.answerStopped };
    const text = words[/** @type {keyof typeof words} */ (event.status)] ?? say.answerFailed;
    return { ...state, announcement: { turn: event.turn, text } };
}

/**
 * @template {{id: string, name: string}} T
 * @param {T[]} items @param {T} item
 */
function put(items, item) {
    return [...items.filter(({ id }) => id !== item.id), item].sort((a, b) => a.name.localeCompare(b.name));
}
