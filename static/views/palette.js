// @ts-check
import { say } from '../language.js';
import { debounce } from '../lib/debounce.js';
import { h } from '../lib/element.js';
import { inLetters } from '../shortcuts.js';
import { choices, EACH_MAX } from './choices.js';
import { SEARCHED_CHARACTERS_MAX } from './search.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../shortcuts.js').Action} Action */
/** @typedef {import('./choices.js').Choice} Choice */

const TYPING_MS = 150;

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
        'aria-label': say.goTo,
        'aria-expanded': 'true',
        'aria-controls': 'palette-list',
        'aria-autocomplete': 'list',
        placeholder: say.goToHint,
        maxlength: SEARCHED_CHARACTERS_MAX,
        autocomplete: 'off',
        oninput: typed,
        onkeydown: pressed,
    });
    const list = h('ul', { class: 'palette-list', id: 'palette-list', role: 'listbox', 'aria-label': say.found });
    const nothing = h('p', { class: 'faint palette-nothing', hidden: true }, say.nothingFound);
    const element = h('dialog', { class: 'dialog palette', 'aria-label': say.goTo }, field, list, nothing);
    /** @type {State} */
    let state;
    /** @type {Choice[]} */
    let found = [];
    let chosen = 0;
    /** What the server found of what was typed. @type {import('../types.js').Hit[]} */
    let hits = [];
    /** @type {import('../types.js').Table[]} */
    let foundTables = [];
    const later = debounce(TYPING_MS, search);

    function open() {
        field.value = '';
        element.showModal();
        typed();
    }

    function typed() {
        [hits, foundTables] = [[], []];
        later.cancel();
        if (field.value.trim()) later(field.value.trim());
        show();
    }

    /** @param {string} text */
    async function search(text) {
        const asked = [commands.search(text), state.connection && commands.tables(state.connection, { like: text, limit: EACH_MAX })];
        const [said, listed] = await Promise.all(asked);
        if (field.value.trim() !== text) return;
        const before = chosen;
        hits = said?.hits ?? [];
        foundTables = listed?.tables ?? [];
        show();
        choose(Math.min(before, found.length - 1));
    }

    function show() {
        found = choices({ ...state, hits, foundTables }, field.value, commands, actions);
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
