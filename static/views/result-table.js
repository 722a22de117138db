// @ts-check
import { isNumeric } from '../charts/columns.js';
import { say } from '../language.js';
import { decimalsOf, withDecimals } from '../lib/decimals.js';
import { h } from '../lib/element.js';
import { count } from '../lib/words.js';

/** @typedef {import('../types.js').Result} Result */
/** @typedef {import('../commands/results.js').Sort} Sort */

/** From how many characters on a cell is cut on the screen, and opens on a click. */
const LONG_CHARACTERS = 40;

/**
 * Rows of a result under a head that stays and that sorts.
 * @param {Result} result
 * @param {(sort: Sort|undefined) => void} onSort
 */
export function createResultTable({ columns, rows }, onSort) {
    const right = columns.map((column, i) =>
        isNumeric(
            column,
            rows.map(row => row[i]),
        ),
    );
    const decimals = columns.map((_, i) => (right[i] ? decimalsOf(rows.map(row => row[i])) : 0));
    const heads = columns.map(({ name, type }, i) =>
        h(
            'th',
            { scope: 'col', class: right[i] ? 'right' : null, 'aria-sort': 'none' },
            h('button', { type: 'button', class: 'sort', 'data-type': type.toLowerCase() || null, onclick: () => turn(i) }, name),
        ),
    );
    const body = h('tbody', { onclick: open });
    /** @type {Sort|undefined} */
    let sort;

    /** From low to high, then from high to low, then as it came. @param {number} column */
    function turn(column) {
        const descending = sort?.column === column && !sort.descending;
        sort = sort?.column === column && sort.descending ? undefined : { column, descending };
        heads.forEach((head, i) => {
            const order = sort?.column !== i ? 'none' : sort.descending ? 'descending' : 'ascending';
            head.setAttribute('aria-sort', order);
            head.title = say.order[order];
        });
        onSort(sort);
    }

    /** @param {any[][]} added */
    function add(added) {
        body.append(...added.map(row => h('tr', {}, ...row.map((value, i) => cell(value, right[i], decimals[i])))));
    }

    return {
        element: h(
            'div',
            { class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': say.rowsGroup },
            h('table', {}, h('thead', {}, h('tr', {}, ...heads)), body),
        ),
        add,
        /** @param {any[][]} others */
        replace(others) {
            body.replaceChildren();
            add(others);
        },
    };
}

/** A long cell shows all of its text, or is short again. @param {Event} event */
function open({ target }) {
    if (getSelection()?.toString()) return;
    const button = target instanceof Element ? target.closest('.long') : null;
    if (button) button.setAttribute('aria-expanded', String(button.closest('td')?.classList.toggle('whole')));
}

/** @param {any} value @param {boolean} right @param {number} decimals */
function cell(value, right, decimals) {
    if (value === null) return h('td', { class: right ? 'right null' : 'null' }, 'NULL');
    if (typeof value === 'object') return h('td', { class: 'null' }, count(value.length ?? 0, say.bytes));
    const text = withDecimals(String(value), decimals);
    if (text.length <= LONG_CHARACTERS && !text.includes('\n')) return h('td', { class: right ? 'right' : null }, text);
    return h('td', {}, h('button', { type: 'button', class: 'long', 'aria-expanded': 'false', title: say.showAll }, text));
}
