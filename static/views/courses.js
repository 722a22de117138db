// @ts-check
import { say } from '../language.js';
import { h, icon } from '../lib/element.js';
import { moment } from '../lib/words.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Session} Session */

const VERSIONS_MAX = 5;

/**
 * Above a conversation: the session it was copied from, those that branched off, and those its earlier courses were kept in.
 * @returns {import('../types.js').View}
 */
export function createCourses() {
    const element = h('nav', { class: 'courses', 'aria-label': say.courses, hidden: true });
    /** @type {State['sessions']['items']|undefined} */
    let listed;
    /** @type {Session|undefined} */
    let shown;

    return {
        element,
        update({ sessions, conversation }) {
            const session = conversation?.session;
            if (sessions.items === listed && session === shown) return;
            [listed, shown] = [sessions.items, session];
            const others = sessions.items.filter(({ forkedFrom }) => forkedFrom && forkedFrom === session?.id);
            element.hidden = !session?.forkedFrom && !others.length;
            element.replaceChildren(...(session?.forkedFrom ? [origin(session)] : []), ...others.slice(0, VERSIONS_MAX).map(link));
        },
    };
}

/** Where it came from. @param {Session} session */
function origin({ forkedFrom, forkedBy }) {
    return h('a', { href: `#/s/${forkedFrom}` }, icon(signOf(forkedBy)), say.origin[forkedBy ?? 'fork']);
}

/** What came from it. @param {Session} session */
function link({ id, createdAt, title, forkedBy = 'fork' }) {
    const words = forkedBy === 'fork' ? say.branchNamed(title) : say.earlierVersion(moment(createdAt));
    return h('a', { href: `#/s/${id}`, title: say.forkedBy[forkedBy] }, icon(signOf(forkedBy)), words);
}

/** @param {Session['forkedBy']} forkedBy */
export function signOf(forkedBy) {
    return forkedBy === 'edit' || forkedBy === 'retry' ? 'history' : 'branch';
}
