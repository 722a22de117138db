// @ts-check
import { say } from '../language.js';
import { h } from '../lib/element.js';
import { count } from '../lib/words.js';
import { createSql } from './sql.js';

/** @typedef {import('../types.js').Guard} Guard */
/** @typedef {import('../types.js').Connection} Connection */

/** How safe a connection is, in a few words. @param {Guard} guard @returns {{tone: 'good'|'warn'|'bad'|'plain', words: string}} */
export function standing({ readOnly, checks, advice }) {
    if (!readOnly) return { tone: 'bad', words: say.canWrite };
    const open = checks?.filter(({ held }) => !held).length ?? 0;
    if (open) return { tone: 'warn', words: say.readOnlyGaps(count(open, say.gaps)) };
    if (advice) return { tone: 'warn', words: say.loginCanWrite };
    return checks?.length ? { tone: 'good', words: say.readOnlyProven } : { tone: 'plain', words: say.readOnly };
}

/** What the guard holds: what was tried, and how to make a login that may only read. @param {Guard} guard */
export function createGuard({ detail, checks = [], advice }) {
    const tried = checks.map(({ name, held, detail: how }) =>
        h('li', { class: held ? 'held' : 'open' }, h('strong', {}, held ? say.held : say.gotThrough), name, how && ` – ${how}`),
    );
    return h(
        'div',
        { class: 'guard' },
        h('p', {}, detail),
        tried.length > 0 &&
            h(
                'details',
                { open: checks.some(({ held }) => !held) },
                h('summary', {}, say.tried(checks.length)),
                h('ul', { class: 'tried' }, ...tried),
            ),
        advice && h('p', { class: 'faint' }, say.saferLogin),
        advice && createSql(advice),
    );
}
