// @ts-check
import { say } from '../language.js';
import { debounce } from '../lib/debounce.js';
import { h, icon, setText } from '../lib/element.js';
import { keyed } from '../lib/keyed.js';
import { recall, remember } from '../lib/remember.js';
import { createEdge } from '../lib/resize.js';
import { count } from '../lib/words.js';
import { createSchemaTable } from './schema-table.js';

/** @typedef {import('../types.js').Connection} Connection */
/** @typedef {import('../types.js').Table} Table */

const REMEMBERED = 'tablechat.schema';
const TYPING_MS = 200;
/** How near to the end, in pixels, more tables are asked for. */
const EARLY_PX = 300;

/**
 * The tables of the current connection beside the conversation, with a filter.
 * @param {import('../commands.js').Commands} commands
 */
export function createSchemaPanel(commands) {
    const filter = h('input', {
        type: 'search',
        class: 'search-field',
        'aria-label': say.filterTables,
        placeholder: say.filterTables,
        oninput: () => later(),
    });
    const summary = h('p', { class: 'faint', role: 'status' });
    const list = h('div', { class: 'schema-list' });
    const close = h(
        'button',
        { type: 'button', class: 'quiet icon-only', 'aria-label': say.hideSchema, onclick: toggle },
        icon('close'),
    );
    const element = h(
        'aside',
        { class: 'schema', 'aria-label': say.schema, hidden: true },
        h('div', { class: 'schema-head' }, h('h2', {}, say.schema), close),
        filter,
        summary,
        list,
    );
    const button = h(
        'button',
        {
            type: 'button',
            class: 'quiet icon-only',
            'aria-label': say.schema,
            title: say.schemaHint,
            'aria-expanded': 'false',
            onclick: toggle,
        },
        icon('tables'),
    );
    const later = debounce(TYPING_MS, load);
    let show = begin();
    /** @type {Connection|undefined} */
    let connection;
    /** @type {Table[]} */
    let tables = [];
    let next = '';
    /** Which question the list answers; an answer to an earlier one comes too late. */
    let asked = 0;

    element.append(
        createEdge(element, {
            name: 'tablechat.schema.width',
            label: say.schemaWidth,
            min: 200,
            max: 560,
            usual: 288,
            side: 'left',
        }),
    );
    list.addEventListener('scroll', scrolled, { passive: true });
    if (recall(REMEMBERED) === 'open' && !matchMedia('(max-width: 64rem)').matches) place(true);

    function scrolled() {
        if (next && list.scrollHeight - list.scrollTop - list.clientHeight < EARLY_PX) more();
    }

    function begin() {
        list.replaceChildren();
        return keyed(
            list,
            (/** @type {Table} */ { schema, name }) => `${schema ?? ''}.${name}`,
            table => createSchemaTable(table, /** @type {Connection} */ (connection), commands),
        );
    }

    function toggle() {
        place(element.hidden);
        remember(REMEMBERED, element.hidden ? 'closed' : 'open');
        if (element.hidden) button.focus();
        else filter.focus();
    }

    /** @param {boolean} open */
    function place(open) {
        element.hidden = !open;
        button.setAttribute('aria-expanded', String(open));
        if (open && connection && !tables.length) load();
    }

    function load() {
        [tables, next] = [[], ''];
        more();
    }

    async function more() {
        if (!connection || element.hidden) return;
        const question = ++asked;
        const after = next || undefined;
        next = '';
        const reply = await commands.tables(connection.id, { like: filter.value.trim() || undefined, limit: 100, after });
        if (question !== asked) return;
        tables = [...tables, ...(reply?.tables ?? [])];
        next = reply?.next ?? '';
        setText(summary, reply ? count(reply.total, say.tables) : say.tablesUnread);
        show(tables);
    }

    return {
        element,
        button,
        toggle,
        /** @param {import('../types.js').State} state */
        update(state) {
            const current = state.connections.find(({ id }) => id === state.connection);
            const same = current?.id === connection?.id && current?.url === connection?.url && current?.status === connection?.status;
            connection = current;
            if (same) return;
            show = begin();
            tables = [];
            setText(summary, '');
            if (current && !element.hidden) load();
        },
    };
}
