// @ts-check
import { say } from '../language.js';
import { createConfirm } from '../lib/confirm.js';
import { h, setText } from '../lib/element.js';
import { keyed } from '../lib/keyed.js';
import { createSkeleton } from '../lib/skeleton.js';
import { createWindowed } from '../lib/windowed.js';
import { createDeletedItem } from './deleted-item.js';
import { createSessionItem } from './session-item.js';
import { createSessionMenu } from './session-menu.js';
import { createHeading, createRows, placesOf, stand } from './session-rows.js';
import { createShelves } from './shelves.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Session} Session */
/** @typedef {import('./session-rows.js').Row} Row */
/** @typedef {import('./session-rows.js').Place} Place */

const MINUTE_MS = 60_000;
/** How near to the end, in pixels, more sessions are asked for. */
const EARLY_PX = 900;
/** As sessions.css has them. */
const ROW_REM = 2.1875;
const HEADING_REM = 2.25;

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
    const windowed = createWindowed(
        nav,
        list,
        (/** @type {Place} */ place) => ('heading' in place ? HEADING_REM : ROW_REM),
        at => show(rows(at.map(describe))),
        place => 'heading' in place,
        () => {
            const ids = [current(), focused(), menu.session()];
            return place => 'id' in place && ids.includes(place.id);
        },
    );
    const rows = createRows();
    /** @type {readonly Place[]} */
    let places = [];
    /** @type {Set<string>} */
    let unread = new Set();
    /** @type {State|null} */
    let shown = null;
    let [minute, asked] = [Date.now(), ''];
    /** What the places were made of. @type {{sessions: State['sessions']|null, day: number}} */
    let listed = { sessions: null, day: 0 };

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

    /** The id of the session whose row has the focus. */
    function focused() {
        return document.activeElement?.closest('.session-row')?.getAttribute('data-session') ?? '';
    }

    function more() {
        const { next, connection, shelf = 'sessions' } = shown?.sessions ?? {};
        if (!next || !connection || next === asked || nav.scrollHeight - nav.scrollTop - nav.clientHeight > EARLY_PX) return;
        asked = next;
        commands.sessions(connection, shelf, next).then(() => (asked = ''));
    }

    /** @param {State} state */
    function render({ sessions }) {
        const day = new Date(minute).setHours(0, 0, 0, 0);
        if (sessions !== listed.sessions || day !== listed.day) {
            places = placesOf(sessions, day);
            listed = { sessions, day };
        }
        windowed.update(places);
    }

    /** @param {number} i @returns {Row} */
    function describe(i) {
        const place = places[i];
        const at = `${i + 1}/${shown?.sessions.next ? -1 : places.length}`;
        if ('heading' in place) return { key: `# ${place.heading}`, heading: place.heading, at };
        return { key: place.id, session: place, open: place.id === current(), unread: unread.has(place.id), minute, at };
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
            if (sessions.shelf !== shown?.sessions.shelf) windowed.update([]);
            if (state.unread !== shown?.unread) unread = new Set(state.unread.unread);
            shown = state;
            if (same) return;
            shelves.update(sessions.shelf);
            list.classList.toggle('plain', sessions.shelf === 'deleted');
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
    return {
        element,
        update(row) {
            stand(element, row);
            update(row);
        },
    };
}
