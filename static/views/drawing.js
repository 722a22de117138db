// @ts-check
import { h } from '../lib/element.js';
import { createResult } from './result.js';

/** @typedef {import('../types.js').Part} Part */
/** @typedef {import('../types.js').Call} Call */
/** @typedef {import('../types.js').Result} Result */
/** A chart the model asked for, and what it is drawn of. @typedef {{type: 'chart', call: Call, result: Result}} Drawing */

/**
 * The parts with each chart that was asked for in place of the call, drawn of the last result before it. Those that were there
 * before stay the same objects.
 * @param {Part[]} parts @param {(Part|Drawing)[]} before @returns {(Part|Drawing)[]}
 */
export function drawn(parts, before) {
    /** @type {Result|undefined} */
    let result;
    return parts.map((part, i) => {
        if (part.type !== 'tool') return part;
        result = part.call.result ?? result;
        if (part.call.name !== 'chart' || part.call.status !== 'complete' || !result) return part;
        const known = before[i];
        const same = known?.type === 'chart' && known.call === part.call && known.result === result;
        return same ? known : { type: 'chart', call: part.call, result };
    });
}

/** @param {import('../commands.js').Commands} commands */
export function createDrawing(commands) {
    const element = h('div', { class: 'drawing' });
    return {
        element,
        /** @param {Drawing} drawing */
        update({ call, result }) {
            element.replaceChildren(createResult(result, commands, { wish: call.input }));
        },
    };
}
