// @ts-check
import { createCode, createCopy } from '../lib/code.js';
import { h } from '../lib/element.js';

/** A query as it was sent, with a button that copies it. @param {string} sql @param {...HTMLElement} ways what else can be done with it */
export function createSql(sql, ...ways) {
    return h(
        'div',
        { class: 'sql-frame' },
        h('pre', { class: 'sql', tabindex: '0', role: 'group', 'aria-label': 'SQL' }, createCode('sql', sql)),
        h('div', { class: 'sql-ways' }, ...ways, createCopy(() => sql)),
    );
}
