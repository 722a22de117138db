// @ts-check
import { say } from '../language.js';
import { h, setText } from '../lib/element.js';

/** @typedef {import('../types.js').Shelf} Shelf */

/**
 * Which sessions are listed: a heading above the archived and the deleted ones, and the ways from one list to another.
 * @param {import('../commands.js').Commands} commands
 */
export function createShelves(commands) {
    const title = h('h2', {});
    const note = h('p', { class: 'faint' }, say.restorable);
    const back = way(say.backToSessions, 'sessions');
    const archived = way(say.archived, 'archived');
    const deleted = way(say.deleted, 'deleted');

    /** @param {string} name @param {Shelf} shelf */
    function way(name, shelf) {
        return h('button', { type: 'button', class: 'quiet way', onclick: () => commands.show(shelf) }, name);
    }

    return {
        heading: h('div', { class: 'shelf' }, back, title, note),
        ways: h('div', { class: 'ways' }, archived, deleted),
        /** @param {Shelf} shelf */
        update(shelf) {
            setText(title, say.shelves[shelf]);
            title.hidden = back.hidden = shelf === 'sessions';
            note.hidden = shelf !== 'deleted';
            archived.hidden = shelf === 'archived';
            deleted.hidden = shelf !== 'archived';
        },
    };
}
