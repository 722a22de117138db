// @ts-check
import { h, setText } from '../lib/element.js';

/** @typedef {import('../types.js').Shelf} Shelf */

const TITLES = { sessions: '', archived: 'Archived sessions', deleted: 'Deleted sessions' };

/**
 * Which sessions are listed: a heading above the archived and the deleted ones, and the ways from one list to another.
 * @param {import('../commands.js').Commands} commands
 */
export function createShelves(commands) {
    const title = h('h2', {});
    const note = h('p', { class: 'faint' }, 'They can be restored for 30 days.');
    const back = way('← Back to sessions', 'sessions');
    const archived = way('Archived', 'archived');
    const deleted = way('Deleted', 'deleted');

    /** @param {string} name @param {Shelf} shelf */
    function way(name, shelf) {
        return h('button', { type: 'button', class: 'quiet way', onclick: () => commands.show(shelf) }, name);
    }

    return {
        heading: h('div', { class: 'shelf' }, back, title, note),
        ways: h('div', { class: 'ways' }, archived, deleted),
        /** @param {Shelf} shelf */
        update(shelf) {
            setText(title, TITLES[shelf]);
            title.hidden = back.hidden = shelf === 'sessions';
            note.hidden = shelf !== 'deleted';
            archived.hidden = shelf === 'archived';
            deleted.hidden = shelf !== 'archived';
        },
    };
}
