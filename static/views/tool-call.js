// @ts-check
import { h, icon, setText } from '../lib/element.js';
import { count, duration, listed } from '../lib/words.js';
import { createOutput } from './output.js';
import { createResult } from './result.js';
import { createSql } from './sql.js';

/** @typedef {import('../types.js').Call} Call */

/**
 * What a tool was used for, in words; opens to what went in and what came out.
 * @param {import('../commands.js').Commands} commands
 */
export function createToolCall(commands) {
    const words = h('span', { class: 'call-words' });
    const facts = h('span', { class: 'call-facts' });
    const sign = h('span', { class: 'call-sign' });
    const body = h('div', { class: 'call-body' });
    const element = h('details', { class: 'call' }, h('summary', {}, sign, words, facts), body);
    /** @type {Call|null} */
    let shown = null;
    let built = false;

    element.addEventListener('toggle', () => element.open && build());

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
            setText(words, sentence(call));
            setText(facts, figures(call));
            sign.replaceChildren(
                icon(
                    call.status === 'failed' || call.status === 'refused'
                        ? 'warning'
                        : call.name === 'run_query'
                          ? 'query'
                          : 'tables',
                ),
            );
            if (element.open) build();
        },
    };
}

/** Whether the server stopped while it ran. @param {Call} call */
function isUnfinished({ status, output, result, durationMs }) {
    return status === 'failed' && output === undefined && !result && durationMs === undefined;
}

/** @param {Call} call */
function sentence(call) {
    const { name, input, status } = call;
    const doing = !status || isUnfinished(call);
    if (name === 'run_query') return QUERY[doing ? 'running' : status];
    if (name === 'list_tables') return doing ? 'Listing the tables' : 'Listed the tables';
    if (name === 'describe_tables') {
        const tables = Array.isArray(input.names) && input.names.length ? listed(input.names.map(String)) : 'the tables';
        return `${doing ? 'Looking' : 'Looked'} at ${tables}`;
    }
    return `${doing ? 'Using' : 'Used'} ${name}`;
}

const QUERY = {
    running: 'Running a query',
    complete: 'Ran a query',
    failed: 'A query failed',
    refused: 'A query was refused',
    stopped: 'A query was stopped',
};

/** @param {Call} call */
function figures(call) {
    const { name, status, result, durationMs } = call;
    if (!status) return '';
    if (isUnfinished(call)) return 'Not finished';
    const rows =
        result &&
        (result.rowCount === undefined ? `more than ${count(result.rows.length, 'row')}` : count(result.rowCount, 'row'));
    const ending = name !== 'run_query' && status !== 'complete' && status;
    return [rows, ending, durationMs !== undefined && duration(durationMs)].filter(Boolean).join(' · ');
}

/** @param {Call} call @param {import('../commands.js').Commands} commands @returns {HTMLElement[]} */
function details({ name, input, result, error, output }, commands) {
    const sql = typeof input.sql === 'string' ? input.sql : result?.sql;
    const found = sql ? [createSql(sql)] : given(name, input);
    if (error) found.push(h('p', { class: 'call-error' }, error));
    if (result) found.push(createResult(result, commands));
    else if (output && !error) found.push(createOutput(output));
    return found;
}

/** What a tool was given, in words where we know it. @param {string} name @param {Record<string, any>} input @returns {HTMLElement[]} */
function given(name, input) {
    if (name === 'describe_tables' && Array.isArray(input.names)) return [h('p', {}, `Tables: ${input.names.join(', ')}`)];
    if (name === 'list_tables') return typeof input.like === 'string' ? [h('p', {}, `Named like ${input.like}`)] : [];
    if (!Object.keys(input).length) return [];
    return [h('pre', { tabindex: '0', 'aria-label': 'Input' }, h('code', {}, JSON.stringify(input, null, 2)))];
}
