// @ts-check
import { say } from '../language.js';
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
    if (name === 'run_query') return say.query[doing ? 'running' : status];
    if (name === 'list_tables') return doing ? say.listing : say.listed;
    if (name === 'describe_tables') {
        const tables = Array.isArray(input.names) && input.names.length ? listed(input.names.map(String)) : say.theTables;
        return doing ? say.looking(tables) : say.looked(tables);
    }
    if (name === 'chart') return doing ? say.drawing : status === 'complete' ? say.drew : say.notDrawn;
    return doing ? say.using(name) : say.used(name);
}

/** How many rows it found, how many of them the model was told, and how long it took. @param {Call} call */
export function figures(call) {
    const { name, status, result, durationMs, modelRows } = call;
    if (!status) return '';
    if (isUnfinished(call)) return say.notFinished;
    const rows =
        result &&
        (result.rowCount === undefined ? say.moreThan(count(result.rows.length, say.rows)) : count(result.rowCount, say.rows));
    const fewer = result && modelRows !== undefined && modelRows < result.rows.length;
    const ending = name !== 'run_query' && status !== 'complete' && say.callEnded[status];
    const seen = fewer && say.toModelShort(modelRows);
    return [rows, seen, ending, durationMs !== undefined && duration(durationMs)].filter(Boolean).join(' · ');
}
