// @ts-check
import { h } from '../lib/element.js';
import { inLetters } from '../shortcuts.js';

/** @typedef {import('../shortcuts.js').Action} Action */

/** Keys that belong to a part of the page, which obeys them itself. */
const OTHERS = [
    ['Enter', 'Send'],
    ['Shift+Enter', 'Break the line'],
    ['ArrowUp', 'Take the last question again'],
    ['F2', 'Rename the session'],
    ['Delete', 'Delete the session'],
    ['Control+Enter', 'Run the SQL that is edited'],
];

/** All keys the page knows. @param {Action[]} actions */
export function createKeysHelp(actions) {
    const close = h('button', { type: 'button', class: 'primary', onclick: () => element.close() }, 'Close');
    const rows = [...actions.flatMap(({ keys, name }) => (keys ? [[keys, name]] : [])), ...OTHERS];
    const element = h(
        'dialog',
        { class: 'dialog', 'aria-labelledby': 'keys-title' },
        h('div', { class: 'dialog-head' }, h('h2', { id: 'keys-title' }, 'Keys')),
        h(
            'div',
            { class: 'dialog-body' },
            h('dl', { class: 'keys' }, ...rows.flatMap(([keys, name]) => [h('dt', {}, h('kbd', {}, inLetters(keys))), h('dd', {}, name)])),
            h('div', { class: 'actions' }, close),
        ),
    );
    return element;
}
