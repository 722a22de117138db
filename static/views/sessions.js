// @ts-check
import { h, setText } from '../lib/element.js';
import { keyed } from '../lib/keyed.js';
import { createDeletedItem } from './deleted-item.js';
import { createSessionItem } from './session-item.js';
import { createSessionMenu } from './session-menu.js';
import { createShelves } from './shelves.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Session} Session */
/** @typedef {{session: Session, open: boolean, minute: number}} Row */

const MINUTE_MS = 60_000;
/** How near to the end, in pixels, more sessions are asked for. */
const EARLY_PX = 300;

const NOTHING = { sessions: 'No sessions yet.', archived: 'Nothing is archived.', deleted: 'Nothing was deleted.' };

/**
 * The sessions of the current connection, more of them on scrolling, and the ways to the archived and the deleted ones.
 * @param {import('../commands.js').Commands} commands
 * @returns {import('../types.js').View}
 */
export function createSessions(commands) {
    const list = h('ul', { class: 'sessions' });
    const empty = h('p', { class: 'faint sessions-empty', hidden: true });
    const nav = h('nav', { class: 'sessions-scroll', 'aria-label': 'Sessions' }, list, empty);
    const shelves = createShelves(commands);
    const menu = createSessionMenu(commands);
    /** @type {Map<string, ReturnType<typeof createSessionItem>>} */
    const items = new Map();
    const show = keyed(
        list,
        (/** @type {Row} */ { session }) => session.id,
        ({ session }) => {
            if (shown?.sessions.shelf === 'deleted') return createDeletedItem(session, commands);
            const item = createSessionItem(session, commands, menu);
            items.set(session.id, item);
            return { ...item, leave: () => items.delete(session.id) };
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
        const next = new Map();
        for (const session of state.sessions.items) {
            const before = rows.get(session.id);
            const open = session.id === current();
            const same = before?.session === session && before.open === open && before.minute === minute;
            next.set(session.id, same ? before : { session, open, minute });
        }
        rows = next;
        show([...rows.values()]);
    }

    return {
        element: h('div', { class: 'sessions-frame' }, shelves.heading, nav, shelves.ways, menu.element),
        update(state) {
            const { sessions, opening, conversation } = state;
            const same =
                sessions === shown?.sessions &&
                opening === shown.opening &&
                conversation?.session.id === shown.conversation?.session.id;
            if (sessions.shelf !== shown?.sessions.shelf) show([]);
            shown = state;
            if (same) return;
            shelves.update(sessions.shelf);
            empty.hidden = !sessions.listed || sessions.items.length > 0;
            setText(empty, NOTHING[sessions.shelf]);
            render(state);
            more();
        },
    };
}
