// @ts-check
import { count, duration, listed } from '../lib/words.js';

/** @typedef {import('../types.js').Call} Call */

/** Whether the server stopped while it ran. @param {Call} call */
function isUnfinished({ status, output, result, durationMs }) {
    return status === 'failed' && output === undefined && !result && durationMs === undefined;
}

/** What a call does or did. @param {Call} call */
export function sentence(call) {
    const { name, input, status } = call;
    const doing = !status || isUnfinished(call);
    if (name === 'run_query') return QUERY[doing ? 'running' : status];
    if (name === 'list_tables') return doing ? 'Listing the tables' : 'Listed the tables';
    if (name === 'describe_tables') {
        const tables = Array.isArray(input.names) && input.names.length ? listed(input.names.map(String)) : 'the tables';
        return `${doing ? 'Looking' : 'Looked'} at ${tables}`;
    }
    if (name === 'chart') return doing ? 'Drawing a chart' : status === 'complete' ? 'Drew a chart' : 'A chart was not drawn';
    return `${doing ? 'Using' : 'Used'} ${name}`;
}

const QUERY = {
    running: 'Running a query',
    complete: 'Ran a query',
    failed: 'A query failed',
    refused: 'A query was refused',
    stopped: 'A query was stopped',
};

/** How many rows it found, how many of them the model was told, and how long it took. @param {Call} call */
export function figures(call) {
    const { name, status, result, durationMs, modelRows } = call;
    if (!status) return '';
    if (isUnfinished(call)) return 'Not finished';
    const rows =
        result &&
        (result.rowCount === undefined ? `more than ${count(result.rows.length, 'row')}` : count(result.rowCount, 'row'));
    const fewer = result && modelRows !== undefined && modelRows < result.rows.length;
    const ending = name !== 'run_query' && status !== 'complete' && status;
    const seen = fewer && `${modelRows || 'none'} to the model`;
    return [rows, seen, ending, durationMs !== undefined && duration(durationMs)].filter(Boolean).join(' · ');
}
