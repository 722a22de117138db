// @ts-check
import { say } from '../language.js';
import { createConfirm } from '../lib/confirm.js';
import { h, setText } from '../lib/element.js';
import { keyed } from '../lib/keyed.js';
import { createSkeleton } from '../lib/skeleton.js';
import { createDeletedItem } from './deleted-item.js';
import { createSessionItem } from './session-item.js';
import { createSessionMenu } from './session-menu.js';
import { createHeading, rowsOf } from './session-rows.js';
import { createShelves } from './shelves.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Session} Session */
/** @typedef {import('./session-rows.js').Row} Row */

const MINUTE_MS = 60_000;
/** How near to the end, in pixels, more sessions are asked for. */
const EARLY_PX = 300;

/**
 * The sessions of the current connection, more of them on scrolling, and the ways to the archived and the deleted ones.
 * @param {import('../commands.js').Commands} commands
 * @returns {import('../types.js').View}
 */
export function createSessions(commands) {
    const list = h('ul', { class: 'sessions' });
    const empty = h('p', { class: 'faint sessions-empty', hidden: true });
    const skeleton = createSkeleton(say.loading);
    const nav = h('nav', { class: 'sessions-scroll', 'aria-label': say.sessions }, list, empty, skeleton);
    const shelves = createShelves(commands);
    const confirm = createConfirm();
    const menu = createSessionMenu(commands, confirm);
    /** @type {Map<string, ReturnType<typeof createSessionItem>>} */
    const items = new Map();
    const show = keyed(
        list,
        (/** @type {Row} */ { key }) => key,
        row => {
            if ('heading' in row) return createHeading(row);
            const { session } = row;
            if (shown?.sessions.shelf === 'deleted') return shaped(createDeletedItem(session, commands));
            const item = createSessionItem(session, commands, menu);
            items.set(session.id, item);
            return { ...shaped(item), leave: () => void items.delete(session.id) };
        },
    );
    /** @type {Map<string, Row>} */
    let rows = new Map();
    /** @type {State|null} */
    let shown = null;
    let [minute, asked] = [Date.now(), ''];

    nav.addEventListener('scroll', more, { passive: true });
    document.addEventListener('keydown', ({ key }) => key === 'F2' && nav.checkVisibility() && items.get(current())?.rename());
    setInterval(() => {
        minute = Date.now();
        if (shown) render(shown);
    }, MINUTE_MS);

    /** The id of the open session. */
    function current() {
        return shown?.opening ?? shown?.conversation?.session.id ?? '';
    }

    function more() {
        const { next, connection, shelf = 'sessions' } = shown?.sessions ?? {};
        if (!next || !connection || next === asked || nav.scrollHeight - nav.scrollTop - nav.clientHeight > EARLY_PX) return;
        asked = next;
        commands.sessions(connection, shelf, next).then(() => (asked = ''));
    }

    /** @param {State} state */
    function render(state) {
        rows = rowsOf(state, current(), minute, rows);
        show([...rows.values()]);
    }

    return {
        element: h('div', { class: 'sessions-frame' }, shelves.heading, nav, shelves.ways, menu.element, confirm.element),
        update(state) {
            const { sessions, opening, conversation } = state;
            const same =
                sessions === shown?.sessions &&
                state.unread === shown.unread &&
                opening === shown.opening &&
                conversation?.session.id === shown.conversation?.session.id;
            if (sessions.shelf !== shown?.sessions.shelf) show([]);
            shown = state;
            if (same) return;
            shelves.update(sessions.shelf);
            skeleton.hidden = sessions.listed || sessions.items.length > 0 || !state.connection;
            empty.hidden = !sessions.listed || sessions.items.length > 0;
            setText(empty, say.nothing[sessions.shelf]);
            render(state);
            more();
        },
    };
}

/** @param {{element: Element, update(row: any): void}} view @returns {{element: Element, update(row: Row): void}} */
function shaped({ element, update }) {
    return { element, update };
}
