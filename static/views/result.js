// @ts-check
import { choose, wished } from '../charts/choose.js';
import { say } from '../language.js';
import { h, setText } from '../lib/element.js';
import { count, number } from '../lib/words.js';
import { createChart } from './chart.js';
import { createResultTable } from './result-table.js';
import { createTaking } from './taking.js';

/** @typedef {import('../types.js').Result} Result */
/** @typedef {import('../commands/results.js').Sort} Sort */

/**
 * A query's rows as a table, the first ones and more on request, and as a chart where they make one.
 * @param {Result} result
 * @param {import('../commands.js').Commands} commands
 * @param {{wish?: import('../charts/choose.js').Wish, modelRows?: number}} [more] the chart a model asked for, shown first
 */
export function createResult(result, commands, { wish, modelRows } = {}) {
    const { id, columns, rows, rowCount, truncated } = result;
    const table = createResultTable(result, again);
    const summary = h('span');
    const load = h('button', { type: 'button', class: 'quiet', onclick: further }, say.moreRows);
    const chart = wish ? wished(wish, columns, rows) : choose(columns, rows);
    const drawing = chart && createChart(result, chart, commands);
    const [asTable, asChart] = [way(say.table, false), way(say.chart, true)];
    const ways = h('div', { class: 'ways-of', role: 'group', 'aria-label': say.shownAs }, asTable, asChart);
    const told = modelRows !== undefined && h('p', { class: 'faint' }, toModel(modelRows));
    const foot = h('p', { class: 'faint extent' }, summary, load);
    /** @type {Sort|undefined} */
    let sort;
    let shown = 0;

    /** @param {string} name @param {boolean} drawn */
    function way(name, drawn) {
        return h('button', { type: 'button', class: 'quiet', onclick: () => turn(drawn) }, name);
    }

    /** @param {boolean} drawn */
    function turn(drawn) {
        asTable.setAttribute('aria-pressed', String(!drawn));
        asChart.setAttribute('aria-pressed', String(drawn));
        table.element.hidden = foot.hidden = drawn;
        if (drawing) drawing.element.hidden = !drawn;
        if (drawn) drawing?.draw();
    }

    /** @param {number} now */
    function extend(now) {
        setText(summary, extent((shown = now), rowCount, truncated));
        load.hidden = now === 0 || (rowCount !== undefined && now >= rowCount);
    }

    async function further() {
        load.disabled = true;
        const page = await commands.rows(id, shown, sort);
        load.disabled = false;
        if (!page) return;
        table.add(page.rows);
        extend(shown + page.rows.length);
        if (!page.rows.length) load.hidden = true;
    }

    /** @param {Sort|undefined} wanted */
    async function again(wanted) {
        sort = wanted;
        const page = await commands.rows(id, 0, wanted);
        if (!page || wanted !== sort) return;
        table.replace(page.rows);
        extend(page.rows.length);
    }

    table.add(rows);
    extend(rows.length);
    const bar = h('div', { class: 'result-bar' }, chart && ways, createTaking(result, commands, () => sort));
    turn(Boolean(wish && chart));
    return h('div', { class: 'result' }, bar, drawing?.element, table.element, foot, told);
}

/** How many rows of the data the model was told. @param {number} modelRows */
export function toModel(modelRows) {
    return modelRows ? say.toModel(count(modelRows, say.rows)) : say.noneToModel;
}

/** @param {number} shown @param {number|undefined} all @param {boolean} truncated */
function extent(shown, all, truncated) {
    if (all === undefined) return say.firstAndMore(count(shown, say.rows));
    if (shown < all) return say.firstOf(number(shown), count(all, say.rows));
    return truncated ? say.first(count(shown, say.rows)) : count(all, say.rows);
}
