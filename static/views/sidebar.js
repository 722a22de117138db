// @ts-check
import { SIDEBAR, SIDEBAR_WIDTH } from '../early.js';
import { say } from '../language.js';
import { h, icon } from '../lib/element.js';
import { recall, remember } from '../lib/remember.js';
import { createEdge } from '../lib/resize.js';
import { createConnections } from './connections.js';
import { createSearch } from './search.js';
import { createSessions } from './sessions.js';

/**
 * The connection, the button for a new session and the sessions. It can be put away; on a narrow screen it is
 * a drawer over the page.
 * @param {import('../commands.js').Commands} commands
 * @param {HTMLElement} main what lies beside it, out of reach while the drawer is open
 */
export function createSidebar(commands, main) {
    const narrow = matchMedia('(max-width: 48rem)');
    const connections = createConnections(commands);
    const sessions = createSessions(commands);
    const search = createSearch(commands, sessions.element);
    const hide = sidebarButton(say.hideSidebar, () => set(false));
    const show = sidebarButton(say.showSidebar, () => set(true));
    const begin = h('button', { type: 'button', class: 'new-session', onclick: start }, icon('plus'), say.newSession);
    const beginHere = h(
        'button',
        { type: 'button', class: 'quiet icon-only', 'aria-label': say.newSession, title: say.newSession, onclick: start },
        icon('plus'),
    );
    const toggles = h('div', { class: 'toggles' }, show, beginHere);
    const shade = h('div', { class: 'shade', onclick: () => set(false) });
    const element = h(
        'aside',
        { class: 'sidebar', 'aria-label': say.sidebar },
        h('div', { class: 'sidebar-top' }, connections.element, hide),
        begin,
        search.element,
        search.found,
        sessions.element,
    );

    element.append(
        createEdge(element, { name: SIDEBAR_WIDTH, label: say.sidebarWidth, min: 200, max: 480, usual: 272 }),
    );
    narrow.addEventListener('change', () => place(preferred()));
    document.addEventListener('keydown', pressed);
    element.addEventListener('click', ({ target }) => {
        if (narrow.matches && target instanceof Element && target.closest('a')) set(false);
    });
    place(preferred());

    function preferred() {
        return !narrow.matches && recall(SIDEBAR) !== 'closed';
    }

    /** @param {boolean} open */
    function set(open) {
        if (!narrow.matches) remember(SIDEBAR, open ? 'open' : 'closed');
        place(open);
        (open ? hide : show).focus();
    }

    /** @param {boolean} open */
    function place(open) {
        element.hidden = !open;
        toggles.hidden = open;
        main.inert = open && narrow.matches;
        shade.hidden = !main.inert;
    }

    function start() {
        if (narrow.matches) place(false);
        commands.create();
    }

    /** @param {KeyboardEvent} event */
    function pressed(event) {
        if (event.key !== 'Escape' || !main.inert || document.querySelector(':popover-open')) return; // a menu closes alone
        event.preventDefault();
        set(false);
    }

    function toggle() {
        set(element.hidden);
    }

    /** @param {import('../types.js').State} state */
    function update(state) {
        connections.update(state);
        sessions.update(state);
        search.update(state);
    }

    function find() {
        if (element.hidden) set(true);
        search.focus();
    }

    return { element, toggles, shade, toggle, find, update };
}

/** @param {string} name @param {() => void} onclick */
function sidebarButton(name, onclick) {
    return h(
        'button',
        { type: 'button', class: 'quiet icon-only', 'aria-label': name, title: `${name} (Ctrl+B)`, onclick },
        icon('sidebar'),
    );
}
