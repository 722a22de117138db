// @ts-check
import { h, setText } from '../lib/element.js';
import { decimalsOf, withDecimals } from '../lib/decimals.js';
import { count } from '../lib/words.js';

/** @typedef {import('../types.js').Result} Result */

const NUMERIC = /^(?:u?(?:tiny|small|medium|big|huge)?int(?!erval)|num|dec|real|float|double|money|(?:big|small)?serial)/i;
/** From how many characters on a cell may be cut on the screen and says its whole value to the pointer. */
const LONG_CHARACTERS = 40;

/**
 * A query's rows as a table: the first ones, then more on request.
 * @param {Result} result
 * @param {import('../commands.js').Commands} commands
 */
export function createResult({ id, columns, rows, rowCount, truncated }, commands) {
    const right = columns.map(({ type }, i) => NUMERIC.test(type) || rows.some(row => typeof row[i] === 'number'));
    const decimals = columns.map((_, i) => (right[i] ? decimalsOf(rows.map(row => row[i])) : 0));
    const body = h('tbody');
    const summary = h('span');
    const more = h('button', { type: 'button', class: 'quiet', onclick: load }, 'Show more rows');
    let shown = 0;

    /** @param {any[][]} added */
    function add(added) {
        body.append(...added.map(row => h('tr', {}, ...row.map((value, i) => cell(value, right[i], decimals[i])))));
        shown += added.length;
        setText(summary, extent(shown, rowCount, truncated));
        more.hidden = added.length === 0 || (rowCount !== undefined && shown >= rowCount);
    }

    async function load() {
        more.disabled = true;
        const page = await commands.rows(id, shown);
        more.disabled = false;
        if (page) add(page.rows);
    }

    add(rows);
    const head = columns.map(({ name, type }, i) =>
        h('th', { scope: 'col', class: right[i] ? 'right' : null, title: type }, name),
    );
    return h(
        'div',
        { class: 'result' },
        h('div', { class: 'table-scroll', tabindex: '0' }, h('table', {}, h('thead', {}, h('tr', {}, ...head)), body)),
        h('p', { class: 'faint' }, summary, more),
    );
}

/** @param {number} shown @param {number|undefined} all @param {boolean} truncated */
function extent(shown, all, truncated) {
    if (all === undefined) return `first ${count(shown, 'row')}; there are more`;
    if (shown < all) return `first ${shown} of ${count(all, 'row')}`;
    return truncated ? `first ${count(shown, 'row')}` : count(all, 'row');
}

/** @param {any} value @param {boolean} right @param {number} decimals */
function cell(value, right, decimals) {
    if (value === null) return h('td', { class: right ? 'right null' : 'null' }, 'NULL');
    if (typeof value === 'object') return h('td', { class: 'null' }, count(value.length ?? 0, 'byte'));
    const text = withDecimals(String(value), decimals);
    return h('td', { class: right ? 'right' : null, title: text.length > LONG_CHARACTERS ? text : null }, text);
}
