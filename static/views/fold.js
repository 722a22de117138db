// @ts-check
import { say } from '../language.js';
import { h, icon, setText } from '../lib/element.js';
import { keyed } from '../lib/keyed.js';
import { count, listed } from '../lib/words.js';
import { createToolCall } from './tool-call.js';

/** @typedef {import('./message.js').Place} Place */
/** @typedef {import('../types.js').ToolUse} ToolUse */
/** Tool calls in a row. @typedef {{type: 'fold', places: Place[]}} Fold */

/** The places with several tool calls in a row put into one. @param {Place[]} places @returns {Place[]} */
export function folded(places) {
    /** @type {Place[]} */
    const found = [];
    for (let at = 0; at < places.length;) {
        let next = at;
        while (places[next]?.part.type === 'tool') next++;
        const several = next - at > 1;
        if (several) found.push({ key: `${at} fold`, part: { type: 'fold', places: places.slice(at, next) } });
        else found.push(places[at]);
        at = several ? next : at + 1;
    }
    return found;
}

/**
 * Several tool calls as one line; opens to the single ones.
 * @param {import('../commands.js').Commands} commands
 */
export function createFold(commands) {
    const words = h('span', { class: 'call-words' });
    const body = h('div', { class: 'call-body' });
    const sign = h('span', { class: 'call-sign' }, icon('tables'));
    const element = h('details', { class: 'call fold' }, h('summary', {}, sign, words), body);
    const show = keyed(
        body,
        (/** @type {Place} */ { key }) => key,
        () => {
            const card = createToolCall(commands);
            return { element: card.element, update: place => card.update(/** @type {ToolUse} */ (place.part)) };
        },
    );

    return {
        element,
        /** @param {Fold} fold */
        update({ places }) {
            show(places);
            setText(words, summed(places.map(({ part }) => /** @type {ToolUse} */ (part).call)));
        },
    };
}

const LOOKS = new Set(['list_tables', 'describe_tables']);

/** "Looked at the tables and ran 2 queries". @param {import('../types.js').Call[]} calls */
function summed(calls) {
    const queries = calls.filter(({ name }) => name === 'run_query');
    const failed = queries.filter(({ status }) => status !== 'complete').length;
    const looked = calls.some(({ name }) => LOOKS.has(name));
    const others = calls.filter(({ name }) => name !== 'run_query' && !LOOKS.has(name)).length;
    const done = [
        looked && say.lookedAtTables,
        queries.length > 0 && (queries.length === 1 ? say.ranOne : say.ranSeveral(count(queries.length, say.queries))),
        others > 0 && say.usedOthers(count(others, say.otherTools)),
    ].filter(part => typeof part === 'string');
    const text = listed(done) + (failed ? say.failedOnes(failed) : '');
    return text.charAt(0).toUpperCase() + text.slice(1);
}
