// @ts-check
import { h } from '../lib/element.js';
import { best } from '../lib/match.js';
import { written } from '../lib/sql-names.js';
import { inLetters } from '../shortcuts.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../shortcuts.js').Action} Action */
/** @typedef {{group: string, name: string, keys?: string, act(): void}} Choice */

const EACH_MAX = 6;

/**
 * Sessions, commands and tables, found by a few letters of their names (Ctrl+K).
 * @param {import('../commands.js').Commands} commands
 * @param {Action[]} actions
 */
export function createPalette(commands, actions) {
    const field = h('input', {
        type: 'text',
        class: 'palette-field',
        role: 'combobox',
        'aria-label': 'Go to',
        'aria-expanded': 'true',
        'aria-controls': 'palette-list',
        'aria-autocomplete': 'list',
        placeholder: 'A session, a command, a table',
        autocomplete: 'off',
        oninput: show,
        onkeydown: pressed,
    });
    const list = h('ul', { class: 'palette-list', id: 'palette-list', role: 'listbox', 'aria-label': 'Found' });
    const nothing = h('p', { class: 'faint palette-nothing', hidden: true }, 'Nothing is called that.');
    const element = h('dialog', { class: 'dialog palette', 'aria-label': 'Go to' }, field, list, nothing);
    /** @type {State} */
    let state;
    /** @type {Choice[]} */
    let found = [];
    let chosen = 0;

    function open() {
        field.value = '';
        element.showModal();
        show();
    }

    function show() {
        found = choices(state, field.value, commands, actions);
        nothing.hidden = found.length > 0;
        list.replaceChildren(...found.map(option));
        choose(0);
    }

    /** @param {Choice} choice @param {number} i */
    function option({ group, name, keys }, i) {
        return h(
            'li',
            { role: 'option', id: `choice-${i}`, onclick: () => go(i), onpointermove: () => i !== chosen && choose(i) },
            h('span', { class: 'faint' }, group),
            h('span', { class: 'palette-name' }, name),
            keys && h('kbd', {}, inLetters(keys)),
        );
    }

    /** @param {number} i */
    function choose(i) {
        chosen = i;
        [...list.children].forEach((one, n) => one.setAttribute('aria-selected', String(n === i)));
        list.children[i]?.scrollIntoView({ block: 'nearest' });
        if (found.length) field.setAttribute('aria-activedescendant', `choice-${i}`);
        else field.removeAttribute('aria-activedescendant');
    }

    /** @param {number} i */
    function go(i) {
        element.close();
        found[i]?.act();
    }

    /** @param {KeyboardEvent} event */
    function pressed(event) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (event.key === 'Enter') go(chosen);
        else if (step && found.length) choose((chosen + step + found.length) % found.length);
        else return;
        event.preventDefault();
    }

    return {
        element,
        open,
        /** @param {State} next */
        update: next => void (state = next),
    };
}

/** @type {(state: State, typed: string, commands: import('../commands.js').Commands, actions: Action[]) => Choice[]} */
function choices({ sessions, tables, connections, connection }, typed, commands, actions) {
    const kind = connections.find(({ id }) => id === connection)?.kind ?? '';
    const named = best(sessions.items, ({ title }) => title, typed, EACH_MAX);
    const done = best(actions, ({ name }) => name, typed, typed ? EACH_MAX : Infinity);
    const told = typed ? best(tables ?? [], ({ name }) => name, typed, EACH_MAX) : [];
    return [
        ...named.map(({ id, title }) => ({ group: 'Session', name: title, act: () => void commands.open(id) })),
        ...done.map(action => ({ group: 'Command', ...action })),
        ...told.map(({ name }) => ({ group: 'Table', name, act: () => commands.insert(`${written(kind, name)} `) })),
    ];
}
