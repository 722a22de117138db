// @ts-check
import { say } from '../language.js';
import { h, icon, setText } from '../lib/element.js';
import { standing } from './guard.js';

/** @typedef {import('../types.js').Connection} Connection */

/**
 * Which database is asked, whether it can be reached, and how safe it is; a choice when there are several.
 * @param {import('../commands.js').Commands} commands
 * @returns {import('../types.js').View}
 */
export function createConnections(commands) {
    const light = h('span', { class: 'light', role: 'img' });
    const name = h('strong', { class: 'connection-name' });
    const choice = h('select', {
        class: 'connection-choice',
        'aria-label': say.connection,
        onchange: () => commands.use(choice.value),
    });
    const guard = h('button', {
        type: 'button',
        class: 'guard-badge',
        onclick: () => commands.showConnections({ face: 'list' }),
    });
    const manage = h(
        'button',
        {
            type: 'button',
            class: 'quiet icon-only',
            'aria-label': say.connections,
            title: say.manageConnections,
            onclick: () => commands.showConnections({ face: 'list' }),
        },
        icon('database'),
    );
    const words = h('div', { class: 'connection-words' }, name, choice, guard);
    const element = h('div', { class: 'connection' }, light, words, manage);
    /** @type {Connection[]} */
    let offered = [];

    return {
        element,
        update({ connections, connection, link }) {
            const current = connections.find(({ id }) => id === connection);
            const several = connections.length > 1;
            if (connections !== offered) {
                offered = connections;
                const shown = (/** @type {Connection} */ { name, status }) =>
                    status === 'unreachable' ? say.nameUnreachable(name) : name;
                choice.replaceChildren(...connections.map(one => h('option', { value: one.id }, shown(one))));
            }
            name.hidden = several;
            choice.hidden = !several;
            if (connection && choice.value !== connection) choice.value = connection;
            setText(name, current?.name ?? say.noConnection);
            guard.hidden = !current;
            if (current) badge(guard, current);
            light.dataset.status = link === 'open' && current ? current.status : 'unknown';
            light.setAttribute('aria-label', current ? say.connectionStatus[current.status] : say.noConnectionStatus);
            words.title = current ? whereabouts(link, current) : '';
        },
    };
}

/** @param {HTMLElement} element @param {Connection} connection */
function badge(element, connection) {
    const { tone, words } = standing(connection.guard);
    element.dataset.tone = tone;
    setText(element, words);
    element.title = `${connection.kind}: ${connection.guard.detail}`;
}

/** @param {import('../types.js').State['link']} link @param {Connection} connection */
function whereabouts(link, { url, status, error }) {
    if (link !== 'open') return `${url} – ${say.serverAway}`;
    return `${url} – ${status === 'unreachable' ? (error ?? say.connectionStatus[status]) : say.connectionStatus[status]}`;
}
