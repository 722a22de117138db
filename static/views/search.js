// @ts-check
import { HITS_MAX } from '../commands.js';
import { say } from '../language.js';
import { debounce } from '../lib/debounce.js';
import { h, setText } from '../lib/element.js';
import { createHit } from './search-hit.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Hit} Hit */

const TYPING_MS = 150;
export const SEARCHED_CHARACTERS_MAX = 200;

/**
 * A box that finds sessions by their titles, messages and SQL, in all connections. What it found takes the place of the list.
 * @param {import('../commands.js').Commands} commands
 * @param {HTMLElement} sessions the list
 */
export function createSearch(commands, sessions) {
    const field = h('input', {
        type: 'search',
        class: 'search-field',
        'aria-label': say.searchSessions,
        placeholder: say.searchSessions,
        maxlength: SEARCHED_CHARACTERS_MAX,
        autocomplete: 'off',
        oninput: typed,
        onkeydown: pressed,
    });
    const summary = h('p', { class: 'faint hits-summary', role: 'status' });
    const list = h('ul', { class: 'hits', 'aria-label': say.found, onkeydown: moved });
    const found = h('div', { class: 'sessions-scroll', hidden: true }, summary, list);
    const element = h('search', { class: 'search' }, field);
    const later = debounce(TYPING_MS, ask);
    /** @type {State|undefined} */
    let state;
    /** Which question the list answers; an answer to an earlier one comes too late. */
    let asked = 0;

    function typed() {
        const text = field.value.trim();
        if (text) return later(text);
        later.cancel();
        asked++;
        place(false);
    }

    /** @param {string} text */
    async function ask(text) {
        const question = ++asked;
        const reply = await commands.search(text);
        if (question !== asked || !reply) return;
        show(reply.hits);
    }

    /** @param {Hit[]} hits */
    function show(hits) {
        const names = new Map(state?.connections.map(({ id, name }) => [id, name]));
        list.replaceChildren(...hits.map(hit => createHit(hit, commands, names.size > 1 ? names.get(hit.connection) : undefined)));
        const many = hits.length < HITS_MAX ? say.hits(hits.length) : say.firstHits(hits.length);
        setText(summary, hits.length ? many : say.noHits);
        place(true);
    }

    /** @param {boolean} searching */
    function place(searching) {
        found.hidden = !searching;
        sessions.hidden = searching;
        if (!searching) list.replaceChildren();
    }

    /** @param {KeyboardEvent} event */
    function pressed(event) {
        if (event.key === 'ArrowDown') focus(0);
        else if (event.key === 'Enter') link(0)?.click();
        else if (event.key === 'Escape' && field.value) clear();
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    function clear() {
        field.value = '';
        typed();
    }

    /** @param {KeyboardEvent} event */
    function moved(event) {
        const at = [...list.children].findIndex(row => row.contains(document.activeElement));
        if (event.key === 'ArrowDown') focus(at + 1);
        else if (event.key === 'ArrowUp') focus(at - 1);
        else if (event.key === 'Escape') clear();
        else return;
        if (event.key === 'Escape' || at + (event.key === 'ArrowUp' ? -1 : 1) < 0) field.focus();
        event.preventDefault();
        event.stopPropagation();
    }

    /** @param {number} at @returns {HTMLAnchorElement|null} */
    function link(at) {
        return list.children[at]?.querySelector('a') ?? null;
    }

    /** @param {number} at */
    function focus(at) {
        link(at)?.focus();
    }

    return {
        element,
        found,
        focus: () => field.focus(),
        /** @param {State} next */
        update(next) {
            const open = next.opening ?? next.conversation?.session.id;
            const before = state?.opening ?? state?.conversation?.session.id;
            state = next;
            if (open === before) return;
            for (const one of list.querySelectorAll('a')) {
                if (one.hash === `#/s/${open}`) one.setAttribute('aria-current', 'page');
                else one.removeAttribute('aria-current');
            }
        },
    };
}
