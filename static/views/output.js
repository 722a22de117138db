// @ts-check
import { say } from '../language.js';
import { h } from '../lib/element.js';
import { pieces } from '../lib/tabbed.js';

const FIGURE = /^-?\d*\.?\d*$/;

/** What a tool told the model, with its tables as tables. @param {string} output */
export function createOutput(output) {
    return h('div', { class: 'output', 'aria-label': say.output, role: 'group' }, ...pieces(output).map(element));
}

/** @param {import('../lib/tabbed.js').Piece} piece */
function element(piece) {
    if (piece.type === 'words') return h('p', {}, piece.text);
    const places = piece.head.map((_, i) => (piece.rows.every(row => FIGURE.test(row[i])) ? 'right' : null));
    const head = piece.head.map((name, i) => h('th', { scope: 'col', class: places[i] }, name));
    const rows = piece.rows.map(row => h('tr', {}, ...row.map((value, i) => h('td', { class: places[i] }, value))));
    return h(
        'div',
        { class: 'table-scroll', tabindex: '0' },
        h('table', {}, h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...rows)),
    );
}
