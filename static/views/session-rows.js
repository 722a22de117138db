// @ts-check
import { say } from '../language.js';
import { h } from '../lib/element.js';
import { period } from '../lib/periods.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Session} Session */
/** @typedef {{key: string, heading: string}} Heading */
/** @typedef {{key: string, session: Session, open: boolean, unread: boolean, minute: number}} SessionRow */
/** @typedef {Heading|SessionRow} Row */

/**
 * The rows of the list: the sessions, and a heading where another stretch of time begins. Rows that are as they were stay the
 * same objects.
 * @param {State} state @param {string} open the session that is looked at @param {number} minute the time, in ms
 * @param {Map<string, Row>} before
 * @returns {Map<string, Row>}
 */
export function rowsOf({ sessions, unread }, open, minute, before) {
    /** @type {Map<string, Row>} */
    const rows = new Map();
    const marked = new Set(unread.unread);
    let last = '';
    for (const session of sessions.items) {
        const heading = sessions.shelf === 'deleted' ? '' : session.pinned ? say.pinned : period(session.updatedAt, minute);
        const key = `# ${heading}`;
        if (heading !== last) rows.set(key, before.get(key) ?? { key, heading });
        last = heading;
        const row = { key: session.id, session, open: session.id === open, unread: marked.has(session.id), minute };
        const known = before.get(session.id);
        rows.set(session.id, known && same(/** @type {SessionRow} */ (known), row) ? known : row);
    }
    return rows;
}

/** @param {SessionRow} known @param {SessionRow} row */
function same(known, row) {
    return known.session === row.session && known.open === row.open && known.unread === row.unread && known.minute === row.minute;
}

/** @param {Heading} heading */
export function createHeading({ heading }) {
    return { element: h('li', { class: 'sessions-group' }, h('h3', {}, heading)), update() {} };
}
