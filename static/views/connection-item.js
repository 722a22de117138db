// @ts-check
import { say } from '../language.js';
import { h } from '../lib/element.js';
import { count } from '../lib/words.js';
import { createGuard, standing } from './guard.js';

/** @typedef {import('../types.js').Connection} Connection */

/**
 * One connection of the list: what it is, how safe, and what can be done with it.
 * @param {import('../commands.js').Commands} commands
 */
export function createConnectionItem(commands) {
    const element = h('li', { class: 'connection-item' });
    /** @type {{connection: Connection, current: boolean}} */
    let shown;

    function show() {
        const { connection, current } = shown;
        const { id, name, kind, url, status, error, guard, privacy = 'rows' } = connection;
        const { tone, words } = standing(guard);
        const act = (/** @type {string} */ label, /** @type {() => void} */ onclick) =>
            h('button', { type: 'button', class: 'plain', 'aria-label': `${label} ${name}`, onclick }, label);
        element.replaceChildren(
            h(
                'div',
                { class: 'connection-head' },
                h('span', { class: 'light', 'data-status': status }),
                h('strong', {}, name),
                h('span', { class: 'faint' }, kind),
                h('span', { class: `badge ${tone}` }, words),
            ),
            h('p', { class: 'faint url' }, url),
            error ? h('p', { class: 'call-error' }, error) : createGuard(guard),
            h('p', { class: 'faint' }, say.privacyTold[privacy], count(connection.sessions, say.sessionsCount), say.fullStop),
            h(
                'div',
                { class: 'actions' },
                current ? h('span', { class: 'faint' }, say.inUse) : act(say.use, use),
                h('span', { class: 'space' }),
                act(say.edit, () => commands.showConnections({ face: 'form', connection: id })),
                act(say.remove, ask),
            ),
        );
    }

    function use() {
        commands.use(shown.connection.id);
        commands.showConnections(null);
    }

    function ask() {
        const { id, name, sessions } = shown.connection;
        const going = count(sessions, say.sessionsCount);
        const keep = h('button', { type: 'button', class: 'plain', onclick: show }, say.keep);
        const remove = h(
            'button',
            { type: 'button', class: 'primary danger', onclick: () => commands.removeConnection(id) },
            sessions ? say.removeWith(going) : say.remove,
        );
        element.replaceChildren(
            h('p', {}, sessions ? say.removeAskWith(name, going) : say.removeAsk(name)),
            h('div', { class: 'actions' }, h('span', { class: 'space' }), keep, remove),
        );
        keep.focus();
    }

    return {
        element,
        /** @param {{connection: Connection, current: boolean}} row */
        update(row) {
            if (row.connection === shown?.connection && row.current === shown.current) return;
            shown = row;
            show();
        },
    };
}
