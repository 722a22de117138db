// @ts-check
import { copy } from '../lib/copy.js';
import { h, setText } from '../lib/element.js';

const SAID_MS = 1500;

/** A query as it was sent, with a button that copies it. @param {string} sql @param {...HTMLElement} ways what else can be done with it */
export function createSql(sql, ...ways) {
    const button = h('button', { type: 'button', class: 'quiet', onclick: take }, 'Copy');

    async function take() {
        setText(button, (await copy(sql)) ? 'Copied' : 'Not copied');
        setTimeout(() => setText(button, 'Copy'), SAID_MS);
    }

    return h(
        'div',
        { class: 'sql-frame' },
        h('pre', { class: 'sql', tabindex: '0', role: 'group', 'aria-label': 'SQL' }, h('code', {}, sql)),
        h('div', { class: 'sql-ways' }, ...ways, button),
    );
}
