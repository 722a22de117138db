// @ts-check
import { h, setText } from '../lib/element.js';

/** @typedef {import('../types.js').Connection} Connection */

const STATUS = { ok: 'reachable', unreachable: 'cannot be reached', unknown: 'not tried yet' };

/**
 * Which database is asked, and whether it can be reached; a choice when there are several.
 * @param {import('../commands.js').Commands} commands
 * @returns {import('../types.js').View}
 */
export function createConnections(commands) {
    const light = h('span', { class: 'light' });
    const name = h('strong', { class: 'connection-name' });
    const choice = h('select', {
        class: 'connection-choice',
        'aria-label': 'Connection',
        onchange: () => commands.use(choice.value),
    });
    const kind = h('span', { class: 'faint' });
    const element = h('div', { class: 'connection' }, light, h('div', { class: 'connection-words' }, name, choice, kind));
    /** @type {Connection[]} */
    let offered = [];

    return {
        element,
        update({ connections, connection, link }) {
            const current = connections.find(({ id }) => id === connection);
            const several = connections.length > 1;
            if (connections !== offered) {
                offered = connections;
                const shown = ({ name, status }) => (status === 'unreachable' ? `${name} – unreachable` : name);
                choice.replaceChildren(...connections.map((one) => h('option', { value: one.id }, shown(one))));
            }
            name.hidden = several;
            choice.hidden = !several;
            if (connection && choice.value !== connection) choice.value = connection;
            setText(name, current?.name ?? 'No connection');
            setText(kind, current ? [current.kind, current.guard.readOnly && 'read only'].filter(Boolean).join(' · ') : '');
            light.dataset.status = link === 'open' && current ? current.status : 'unknown';
            element.title = current ? standing(link, current) : '';
        },
    };
}

/** @param {import('../types.js').State['link']} link @param {Connection} connection */
function standing(link, { url, status, error, guard }) {
    if (link !== 'open') return `${url} – the TableChat server is away`;
    if (status === 'unreachable') return `${url} – ${error ?? STATUS[status]}`;
    return `${url} – ${STATUS[status]}\n${guard.detail}`;
}
