// @ts-check
import { say } from '../language.js';
import { h, setText } from '../lib/element.js';

/** @typedef {import('../types.js').Session} Session */

/**
 * A deleted session: its title, and the way back.
 * @param {Session} session
 * @param {import('../commands.js').Commands} commands
 */
export function createDeletedItem({ id }, commands) {
    const title = h('span', { class: 'session-title', id: `title-${id}` });
    const restore = h(
        'button',
        { type: 'button', class: 'quiet strong', 'aria-describedby': title.id, onclick: () => commands.restore(id) },
        say.restore,
    );
    return {
        element: h('li', { class: 'session-row', 'data-session': id }, h('div', { class: 'session' }, title, restore)),
        /** @param {{session: Session}} row */
        update({ session }) {
            setText(title, session.title);
            title.title = session.title;
        },
    };
}
