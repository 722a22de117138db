// @ts-check
import { h, icon, setText } from '../lib/element.js';
import { count, duration, listed } from '../lib/words.js';
import { createResult } from './result.js';

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

/** @param {Call} call */
function sentence({ name, input, status }) {
    const doing = !status;
    if (name === 'run_query') return QUERY[status ?? 'running'];
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
function figures({ name, status, result, durationMs }) {
    if (!status) return '';
    const rows =
        result &&
        (result.rowCount === undefined ? `more than ${count(result.rows.length, 'row')}` : count(result.rowCount, 'row'));
    const ending = name !== 'run_query' && status !== 'complete' && status;
    return [rows, ending, durationMs !== undefined && duration(durationMs)].filter(Boolean).join(' · ');
}

/** @param {Call} call @param {import('../commands.js').Commands} commands @returns {HTMLElement[]} */
function details({ name, input, result, error, output }, commands) {
    const sql = typeof input.sql === 'string' ? input.sql : result?.sql;
    const asked = sql ?? (Object.keys(input).length ? JSON.stringify(input) : '');
    const found = [];
    if (asked)
        found.push(
            h('pre', { class: 'sql', tabindex: '0', 'aria-label': name === 'run_query' ? 'SQL' : 'Input' }, h('code', {}, asked)),
        );
    if (error) found.push(h('p', { class: 'call-error' }, error));
    if (result) found.push(createResult(result, commands));
    else if (output && !error)
        found.push(h('pre', { class: 'output', tabindex: '0', 'aria-label': 'Output' }, h('code', {}, output)));
    return found;
}
