// @ts-check
import { h, setText } from '../lib/element.js';
import { keyed } from '../lib/keyed.js';
import { createSessionItem } from './session-item.js';
import { createSessionMenu } from './session-menu.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Session} Session */
/** @typedef {{session: Session, open: boolean, minute: number}} Row */

const MINUTE_MS = 60_000;
/** How near to the end, in pixels, more sessions are asked for. */
const EARLY_PX = 300;

/**
 * The sessions of the current connection, more of them on scrolling, and the way to the archived ones.
 * @param {import('../commands.js').Commands} commands
 * @returns {import('../types.js').View}
 */
export function createSessions(commands) {
    const list = h('ul', { class: 'sessions' });
    const empty = h('p', { class: 'faint sessions-empty', hidden: true });
    const nav = h('nav', { class: 'sessions-scroll', 'aria-label': 'Sessions' }, list, empty);
    const archived = h(
        'button',
        { type: 'button', class: 'quiet archived', 'aria-pressed': 'false', onclick: toggle },
        'Archived',
    );
    const menu = createSessionMenu(commands);
    /** @type {Map<string, ReturnType<typeof createSessionItem>>} */
    const items = new Map();
    const show = keyed(
        list,
        (/** @type {Row} */ { session }) => session.id,
        ({ session }) => {
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

    function toggle() {
        commands.showArchived(archived.getAttribute('aria-pressed') !== 'true');
    }

    /** The id of the open session. */
    function current() {
        return shown?.opening ?? shown?.conversation?.session.id ?? '';
    }

    function more() {
        const { next, connection, archived } = shown?.sessions ?? {};
        if (!next || !connection || next === asked || nav.scrollHeight - nav.scrollTop - nav.clientHeight > EARLY_PX) return;
        asked = next;
        commands.sessions(connection, Boolean(archived), next).then(() => (asked = ''));
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
        element: h('div', { class: 'sessions-frame' }, nav, archived, menu.element),
        update(state) {
            const { sessions, opening, conversation } = state;
            const same =
                sessions === shown?.sessions &&
                opening === shown.opening &&
                conversation?.session.id === shown.conversation?.session.id;
            shown = state;
            if (same) return;
            archived.setAttribute('aria-pressed', String(sessions.archived));
            setText(archived, sessions.archived ? 'Back to sessions' : 'Archived');
            empty.hidden = !sessions.listed || sessions.items.length > 0;
            setText(empty, sessions.archived ? 'Nothing is archived.' : 'No sessions yet.');
            render(state);
            more();
        },
    };
}
