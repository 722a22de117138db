// @ts-check
import { say } from '../language.js';
import { h } from '../lib/element.js';
import { inLetters } from '../shortcuts.js';

/** @typedef {import('../shortcuts.js').Action} Action */

/** Keys that belong to a part of the page, which obeys them itself. */
const OTHERS = [
    ['Enter', say.send],
    ['Shift+Enter', say.breakLine],
    ['ArrowUp', say.editLast],
    ['F2', say.renameSession],
    ['Delete', say.deleteSession],
    ['Control+Enter', say.runSql],
];

/** All keys the page knows. @param {Action[]} actions */
export function createKeysHelp(actions) {
    const close = h('button', { type: 'button', class: 'primary', onclick: () => element.close() }, say.close);
    const rows = [...actions.flatMap(({ keys, name }) => (keys ? [[keys, name]] : [])), ...OTHERS];
    const element = h(
        'dialog',
        { class: 'dialog', 'aria-labelledby': 'keys-title' },
        h('div', { class: 'dialog-head' }, h('h2', { id: 'keys-title' }, say.keys)),
        h(
            'div',
            { class: 'dialog-body' },
            h('dl', { class: 'keys' }, ...rows.flatMap(([keys, name]) => [h('dt', {}, h('kbd', {}, inLetters(keys))), h('dd', {}, name)])),
            h('div', { class: 'actions' }, close),
        ),
    );
    return element;
}
