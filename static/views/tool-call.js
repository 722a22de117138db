// @ts-check
import { say } from '../language.js';
import { h, icon, setText } from '../lib/element.js';
import { duration } from '../lib/words.js';
import { figures, sentence } from './call-words.js';
import { createOutput } from './output.js';
import { createOwnSql } from './own-sql.js';
import { createResult, toModel } from './result.js';

/** @typedef {import('../types.js').Call} Call */

/** How often a running call tells its time, and from when on. */
const TICK_MS = 1000;

/**
 * What a tool was used for, in words; opens to what went in and what came out.
 * @param {import('../commands.js').Commands} commands
 * @param {boolean} [own] whether the user ran it
 */
export function createToolCall(commands, own = false) {
    const words = h('span', { class: 'call-words' });
    const facts = h('span', { class: 'call-facts' });
    const sign = h('span', { class: 'call-sign' });
    const body = h('div', { class: 'call-body' });
    const element = h('details', { class: 'call' }, h('summary', {}, sign, words, facts), body);
    /** @type {Call|null} */
    let shown = null;
    let built = false;
    const begun = performance.now();
    /** @type {any} */
    let ticking = 0;

    element.addEventListener('toggle', () => element.open && build());

    /** A call that runs shows since when, as long as it is on the page. */
    function tell() {
        if (!shown) return;
        const runs = shown.status === undefined;
        setText(facts, runs ? elapsed() : figures(shown));
        clearTimeout(ticking);
        if (runs) ticking = setTimeout(() => element.isConnected && tell(), TICK_MS);
    }

    function elapsed() {
        const ms = performance.now() - begun;
        return ms < TICK_MS ? '' : duration(ms);
    }

    function build() {
        if (built || !shown) return;
        built = true;
        body.replaceChildren(...details(shown, commands));
    }

    return {
        element,
        /** @param {{call: Call}} part */
        update({ call }) {
            shown = call;
            built = false;
            element.dataset.status = call.status ?? 'running';
            setText(words, own ? say.ownQuery : sentence(call));
            tell();
            sign.replaceChildren(
                icon(call.status === 'failed' || call.status === 'refused' ? 'warning' : (SIGNS[call.name] ?? 'tables')),
            );
            if (element.open) build();
        },
    };
}

/** @type {Record<string, 'query'|'chart'>} */
const SIGNS = { run_query: 'query', chart: 'chart' };

/** @param {Call} call @param {import('../commands.js').Commands} commands @returns {HTMLElement[]} */
function details({ name, input, result, error, output, modelRows }, commands) {
    const sql = typeof input.sql === 'string' ? input.sql : result?.sql;
    const outcome = h('div', { class: 'outcome' });
    if (error) outcome.append(h('p', { class: 'call-error' }, error));
    if (result) outcome.append(createResult(result, commands, { modelRows }));
    else if (output && !error) outcome.append(createOutput(output));
    if (!result && modelRows !== undefined) outcome.append(h('p', { class: 'faint' }, toModel(modelRows)));
    return [...(sql ? [createOwnSql(sql, outcome, commands)] : given(name, input)), outcome];
}

/** What a tool was given, in words where we know it. @param {string} name @param {Record<string, any>} input @returns {HTMLElement[]} */
function given(name, input) {
    if (name === 'describe_tables' && Array.isArray(input.names)) return [h('p', {}, say.tablesNamed(input.names.join(say.comma)))];
    if (name === 'list_tables') return typeof input.like === 'string' ? [h('p', {}, say.namedLike(input.like))] : [];
    if (!Object.keys(input).length) return [];
    return [h('pre', { tabindex: '0', 'aria-label': say.input }, h('code', {}, JSON.stringify(input, null, 2)))];
}
