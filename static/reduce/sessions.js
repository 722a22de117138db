// @ts-check

/** @typedef {import('../types.js').SessionList} SessionList */
/** @typedef {import('../types.js').Session} Session */
/** @typedef {import('../types.js').Event} Event */
/** @typedef {import('../types.js').Command} Command */

/** @type {SessionList} */
const EMPTY = { connection: null, items: [], next: null, shelf: 'sessions', listed: false };

/**
 * The list of sessions after an event. It holds those of the current connection only.
 * @param {SessionList} list
 * @param {Event} event
 * @param {string|null} connection the current one, after this event
 * @param {Command} [asked]
 * @returns {SessionList}
 */
export function reduceSessions(list, event, connection, asked) {
    switch (event.type) {
        case 'welcome':
            return list.connection === connection ? { ...list, listed: false } : { ...EMPTY, connection };
        case 'page.shelf':
            return { ...EMPTY, connection, shelf: event.shelf };
        case 'connection.used':
            return { connection, items: event.sessions, next: event.next ?? null, shelf: 'sessions', listed: true };
        case 'session.listed':
            return asked ? listed(list, event, asked) : list;
        case 'session.switched':
            return arrived(list, event.session, connection);
        case 'session.restored':
            if (list.shelf === 'deleted') return without(list, event.session.id);
        // falls through
        case 'session.created':
        case 'session.updated':
            return event.session.connection === connection ? put(list, event.session) : list;
        case 'connection.removed':
            return list.connection === event.connection ? { ...EMPTY, connection } : list;
        case 'session.deleted':
            return list.shelf === 'deleted' ? { ...list, listed: false } : without(list, event.session);
        default:
            return list;
    }
}

/**
 * A first page replaces the list, a later one is added to it.
 * @type {(list: SessionList, event: Event, asked: Command) => SessionList}
 */
function listed(list, event, asked) {
    if (shelfOf(asked) !== list.shelf || asked.connection !== list.connection) return list;
    const next = event.next ?? null;
    if (!asked.after) return { ...list, items: event.sessions, next, listed: true };
    const fresh = new Set(event.sessions.map((/** @type {Session} */ { id }) => id));
    const items = [...list.items.filter(({ id }) => !fresh.has(id)), ...event.sessions];
    return { ...list, items: items.sort(byPlace), next };
}

/** @param {Command} asked */
function shelfOf({ archived, deleted }) {
    return deleted ? 'deleted' : archived ? 'archived' : 'sessions';
}

/**
 * Opening a session may change the connection; its list is then to be asked for.
 * @type {(list: SessionList, session: Session, connection: string|null) => SessionList}
 */
function arrived(list, session, connection) {
    return list.connection === connection ? put(list, session) : { ...EMPTY, connection };
}

/** @type {(list: SessionList, session: Session) => SessionList} */
function put(list, session) {
    if (list.shelf === 'deleted') return list;
    if (session.archived !== (list.shelf === 'archived')) return without(list, session.id);
    const items = [...list.items.filter(({ id }) => id !== session.id), session];
    return { ...list, items: items.sort(byPlace) };
}

/** @type {(list: SessionList, session: string) => SessionList} */
function without(list, session) {
    if (!list.items.some(({ id }) => id === session)) return list;
    return { ...list, items: list.items.filter(({ id }) => id !== session) };
}

/** Pinned first, then the last active first. @param {Session} a @param {Session} b */
function byPlace(a, b) {
    return Number(b.pinned) - Number(a.pinned) || compare(b.updatedAt, a.updatedAt) || compare(b.id, a.id);
}

/** @param {string} a @param {string} b */
function compare(a, b) {
    return a < b ? -1 : Number(a > b);
}
