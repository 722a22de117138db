// @ts-check
import { say } from '../language.js';
import { h } from '../lib/element.js';
import { tableName, written } from '../lib/sql-names.js';
import { count } from '../lib/words.js';

/** @typedef {import('../types.js').Table} Table */
/** @typedef {{name: string, type: string, nullable: boolean, primaryKey: boolean, comment?: string,
 *   references?: {table: string, column: string}}} TableColumn */

/**
 * A table of the schema; opens to its columns, which are asked for then. A click on a name writes it into the question.
 * @param {Table} table
 * @param {import('../types.js').Connection} connection
 * @param {import('../commands.js').Commands} commands
 */
export function createSchemaTable(table, connection, commands) {
    const full = table.schema ? `${table.schema}.${table.name}` : table.name;
    const columns = h('div', { class: 'schema-columns' }, h('p', { class: 'faint' }, say.loading));
    const element = h(
        'details',
        { class: 'schema-table' },
        h(
            'summary',
            { title: table.comment ?? '' },
            h('span', { class: 'schema-name' }, full),
            h('span', { class: 'faint' }, about(table)),
        ),
        columns,
    );
    let asked = false;

    element.addEventListener('toggle', () => element.open && load());

    async function load() {
        if (asked) return;
        asked = true;
        const reply = await commands.describe(connection.id, full);
        const [found] = reply?.tables ?? [];
        asked = Boolean(found);
        columns.replaceChildren(...(found ? shown(found.columns) : [h('p', { class: 'faint' }, say.columnsUnread)]));
    }

    /** @param {TableColumn[]} list */
    function shown(list) {
        const rows = h('button', { type: 'button', class: 'quiet', onclick: show }, say.firstRows);
        const insert = h('button', { type: 'button', class: 'quiet', onclick: () => write(table.name) }, say.insertName);
        return [
            table.comment ? h('p', { class: 'faint' }, table.comment) : '',
            h('ul', {}, ...list.map(column)),
            h('div', { class: 'schema-ways' }, insert, rows),
        ];
    }

    /** @param {TableColumn} column */
    function column({ name, type, nullable, primaryKey, comment, references }) {
        const facts = [
            type.toLowerCase(),
            primaryKey && say.key,
            !nullable && !primaryKey && say.notNull,
            references && `→ ${references.table}.${references.column}`,
        ];
        return h(
            'li',
            { title: comment ?? '' },
            h('button', { type: 'button', class: 'schema-column', onclick: () => write(name) }, name),
            h('span', { class: 'faint' }, facts.filter(Boolean).join(' · ')),
            comment && h('span', { class: 'faint schema-comment' }, comment),
        );
    }

    /** @param {string} name */
    function write(name) {
        commands.insert(`${written(connection.kind, name)} `);
    }

    function show() {
        commands.runHere(`select * from ${tableName(connection.kind, table)} limit 20`);
    }

    return { element, update() {} };
}

/** @param {Table} table */
function about({ kind, rows }) {
    if (rows !== undefined) return count(rows, say.rows);
    return kind.toLowerCase().includes('view') ? say.view : '';
}
