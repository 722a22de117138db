// @ts-check
import { say } from '../language.js';
import { h } from '../lib/element.js';
import { period } from '../lib/periods.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Session} Session */
/** A session of the list, or the heading above a stretch of time. @typedef {Session|{heading: string}} Place */
/** @typedef {{key: string, heading: string, at: string}} Heading */
/** @typedef {{key: string, session: Session, open: boolean, unread: boolean, minute: number, at: string}} SessionRow */
/** What is shown of a place; `at` is which of how many it is. @typedef {Heading|SessionRow} Row */

/** The headings of sessions on a day, which do not change until they do. @type {WeakMap<Session, {day: number, heading: string}>} */
const headings = new WeakMap();

/**
 * The sessions, and a heading where another stretch of time begins.
 * @param {State['sessions']} sessions @param {number} day its midnight, in ms
 * @returns {Place[]}
 */
export function placesOf({ items, shelf }, day) {
    /** @type {Place[]} */
    const places = [];
    let last = '';
    for (const session of items) {
        const heading = shelf === 'deleted' ? '' : headingOf(session, day);
        if (heading !== last) places.push({ heading });
        last = heading;
        places.push(session);
    }
    return places;
}

/** @param {Session} session @param {number} day */
function headingOf(session, day) {
    if (session.pinned) return say.pinned;
    const known = headings.get(session);
    if (known?.day === day) return known.heading;
    const heading = period(session.updatedAt, day);
    headings.set(session, { day, heading });
    return heading;
}

/** Keeps rows that are as they were the same objects. @returns {(rows: Row[]) => Row[]} */
export function createRows() {
    /** @type {Map<string, Row>} */
    let before = new Map();
    return rows => {
        const kept = rows.map(row => {
            const known = before.get(row.key);
            return known && same(known, row) ? known : row;
        });
        before = new Map(kept.map(row => [row.key, row]));
        return kept;
    };
}

/** @param {Record<string, any>} known @param {Record<string, any>} row */
function same(known, row) {
    return Object.keys(row).every(name => known[name] === row[name]);
}

/** @param {Heading} heading */
export function createHeading({ heading }) {
    const element = h('li', { class: 'sessions-group' }, h('h3', {}, heading));
    return { element, update: (/** @type {Row} */ row) => stand(element, row) };
}

/** Tells which of how many a row is, as most of them are not on the page. @param {Element} element @param {Row} row */
export function stand(element, { at }) {
    const [place, of] = at.split('/');
    element.setAttribute('aria-posinset', place);
    element.setAttribute('aria-setsize', of);
}
