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
                choice.replaceChildren(...connections.map(option));
            }
            name.hidden = several;
            choice.hidden = !several;
            if (connection && choice.value !== connection) choice.value = connection;
            setText(name, current?.name ?? say.noConnection);
            guard.hidden = !current;
            for (const one of choice.options) setText(one, nameOf(offered[one.index], one.value === connection));
            if (current) badge(guard, current);
            light.dataset.status = link === 'open' && current ? current.status : 'unknown';
            light.setAttribute('aria-label', current ? say.connectionStatus[current.status] : say.noConnectionStatus);
            words.title = current ? whereabouts(link, current) : '';
        },
    };
}

/** @param {Connection} connection */
function option({ id, name }) {
    return h('option', { value: id }, name);
}

/**
 * In the list a connection that is away says so; of the chosen one the line below it does.
 * @param {Connection} connection @param {boolean} chosen
 */
function nameOf({ name, status }, chosen) {
    return status === 'unreachable' && !chosen ? say.nameUnreachable(name) : name;
}

/** @param {HTMLElement} element @param {Connection} connection */
function badge(element, connection) {
    const away = connection.status === 'unreachable';
    const { tone, words } = standing(connection.guard);
    element.dataset.tone = away ? 'bad' : tone;
    setText(element, away ? say.unreachable : words);
    element.title = away ? (connection.error ?? say.connectionStatus.unreachable) : `${connection.kind}: ${connection.guard.detail}`;
}

/** @param {import('../types.js').State['link']} link @param {Connection} connection */
function whereabouts(link, { url, status, error }) {
    if (link !== 'open') return `${url} – ${say.serverAway}`;
    return `${url} – ${status === 'unreachable' ? (error ?? say.connectionStatus[status]) : say.connectionStatus[status]}`;
}
