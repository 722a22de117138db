// @ts-check
import { h } from '../lib/element.js';
import { marked } from '../lib/marks.js';

/**
 * A session that was found: its title, and the words in it that were sought.
 * @param {import('../types.js').Hit} hit
 * @param {import('../commands.js').Commands} commands
 * @param {string} [connection] its name, where there is more than one
 */
export function createHit(hit, commands, connection) {
    const { session, title, message, snippet, matches } = hit;
    const text = marked(snippet, matches).map(piece => (piece.marked ? h('mark', {}, piece.text) : piece.text));
    return h(
        'li',
        { class: 'session-row' },
        h(
            'a',
            { class: 'session hit', href: `#/s/${session}`, draggable: 'false', title, onclick: go },
            h('span', { class: 'hit-title' }, ...(message ? [title] : text)),
            message && h('span', { class: 'hit-words' }, ...text),
            connection && h('span', { class: 'hit-connection' }, connection),
        ),
    );

    /** @param {MouseEvent} event */
    function go(event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return; // to another tab
        event.preventDefault();
        commands.seek(hit);
    }
}
