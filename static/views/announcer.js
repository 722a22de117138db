// @ts-check
import { h } from '../lib/element.js';

/**
 * Says once, to those who listen to the page, that an answer is finished.
 * @returns {import('../types.js').View}
 */
export function createAnnouncer() {
    const element = h('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
    /** @type {import('../types.js').State['announcement']} */
    let said = null;

    return {
        element,
        update({ announcement }) {
            if (announcement === said) return;
            said = announcement;
            element.replaceChildren(announcement?.text ?? '');
        },
    };
}
