// @ts-check
import { say } from '../language.js';
import { h, icon, setText } from '../lib/element.js';
import { keyed } from '../lib/keyed.js';
import { createConnectionForm } from './connection-form.js';
import { createConnectionItem } from './connection-item.js';

/** @typedef {import('../types.js').Connection} Connection */
/** @typedef {import('../types.js').State} State */

/**
 * The connections with their details, and the form that adds or changes one.
 * @param {import('../commands.js').Commands} commands
 * @returns {import('../types.js').View}
 */
export function createConnectionsDialog(commands) {
    const leave = () => commands.showConnections(null);
    const back = () => commands.showConnections({ face: 'list' });
    const title = h('h2', { id: 'connections-title' });
    const close = h(
        'button',
        { type: 'button', class: 'quiet icon-only', 'aria-label': say.close, onclick: leave },
        icon('close'),
    );
    const list = h('ul', { class: 'connection-list' });
    const add = h(
        'button',
        { type: 'button', class: 'primary', onclick: () => commands.showConnections({ face: 'form' }) },
        say.addConnection,
    );
    const all = h('div', {}, list, add);
    const body = h('div', { class: 'dialog-body' });
    const element = h(
        'dialog',
        { class: 'dialog', 'aria-labelledby': title.id, onclose: leave },
        h('div', { class: 'dialog-head' }, title, close),
        body,
    );
    const show = keyed(
        list,
        (/** @type {{connection: Connection}} */ { connection }) => connection.id,
        () => createConnectionItem(commands),
    );
    /** @type {State|null} */
    let shown = null;

    return {
        element,
        update(state) {
            const { dialog, connections, connection } = state;
            if (dialog === shown?.dialog && connections === shown.connections && connection === shown.connection) return;
            const turned = dialog !== shown?.dialog;
            shown = state;
            if (!dialog) return element.close();
            if (dialog.face === 'list') show(connections.map(one => ({ connection: one, current: one.id === connection })));
            if (!turned) return;
            const edited = connections.find(({ id }) => id === dialog.connection);
            setText(title, dialog.face === 'list' ? say.connections : edited ? say.editName(edited.name) : say.addConnection);
            body.replaceChildren(
                dialog.face === 'list' ? all : createConnectionForm(edited, commands, edited ? back : leave),
            );
            if (!element.open) element.showModal();
            else /** @type {HTMLElement|null} */ (body.querySelector('[autofocus]'))?.focus();
        },
    };
}
