// @ts-check
import { say } from '../language.js';
import { h } from '../lib/element.js';
import { moment } from '../lib/words.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Session} Session */

const VERSIONS_MAX = 5;

/**
 * Above a conversation: the session it was copied from, and those its earlier courses were kept in.
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
            const from = session?.forkedFrom;
            const earlier = sessions.items.filter(({ forkedFrom }) => forkedFrom && forkedFrom === session?.id);
            element.hidden = !from && !earlier.length;
            element.replaceChildren(
                ...(from ? [h('a', { href: `#/s/${from}` }, say.copiedFrom)] : []),
                ...earlier.slice(0, VERSIONS_MAX).map(({ id, createdAt }) => link(id, createdAt)),
            );
        },
    };
}

/** @param {string} id @param {string} createdAt */
function link(id, createdAt) {
    return h('a', { href: `#/s/${id}`, title: say.earlierVersionHint }, say.earlierVersion(moment(createdAt)));
}
