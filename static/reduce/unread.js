// @ts-check

/** @typedef {import('../types.js').Unread} Unread */
/** @typedef {import('../types.js').Event} Event */
/** @typedef {import('../types.js').Session} Session */

/**
 * Which sessions were answered while another one was looked at. An answer that is being written is kept in mind until it ends.
 * @param {Unread} now
 * @param {Event} event
 * @param {string|undefined} open the session that is looked at after this event
 * @returns {Unread}
 */
export function reduceUnread(now, event, open) {
    switch (event.type) {
        case 'session.updated':
            return told(now, event.session, open);
        case 'session.listed':
        case 'connection.used':
            return event.sessions.reduce((/** @type {Unread} */ known, /** @type {Session} */ one) => told(known, one, open), now);
        case 'session.switched':
            return now.unread.includes(event.session.id) ? { ...now, unread: without(now.unread, event.session.id) } : now;
        case 'session.deleted':
            return now.running.includes(event.session) || now.unread.includes(event.session) ? gone(now, event.session) : now;
        default:
            return now;
    }
}

/** @type {(now: Unread, session: Session, open: string|undefined) => Unread} */
function told(now, session, open) {
    const ran = now.running.includes(session.id);
    if (session.running === ran) return now;
    const { running, unread } = now;
    if (session.running) return { running: [...running, session.id], unread };
    const seen = session.id === open || unread.includes(session.id);
    return { running: without(running, session.id), unread: seen ? unread : [...unread, session.id] };
}

/** @type {(now: Unread, session: string) => Unread} */
function gone({ running, unread }, session) {
    return { running: without(running, session), unread: without(unread, session) };
}

/** @param {string[]} ids @param {string} id */
function without(ids, id) {
    return ids.includes(id) ? ids.filter(one => one !== id) : ids;
}
