// @ts-check
import { say } from '../language.js';
import { best } from '../lib/match.js';
import { fetchFile } from '../lib/save.js';
import { written } from '../lib/sql-names.js';
import { downloads } from './downloads.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Hit} Hit */
/** @typedef {import('../shortcuts.js').Action} Action */
/** @typedef {{group: string, name: string, keys?: string, act(): void}} Choice */

export const EACH_MAX = 6;

/**
 * What can be gone to or done by what was typed: sessions, commands, tables, and what the server found of them and in messages.
 * @param {State & {hits: Hit[], foundTables: import('../types.js').Table[]}} state
 * @param {string} typed
 * @param {import('../commands.js').Commands} commands
 * @param {Action[]} actions
 * @returns {Choice[]}
 */
export function choices({ sessions, tables, connections, connection, hits, foundTables, conversation }, typed, commands, actions) {
    const kind = connections.find(({ id }) => id === connection)?.kind ?? '';
    const named = best(sessions.items, ({ title }) => title, typed, EACH_MAX);
    const files = conversation ? downloads(conversation.session.id).map(({ name, href }) => ({ name, act: () => fetchFile(href) })) : [];
    const done = best([...actions, ...files], ({ name }) => name, typed, typed ? EACH_MAX : Infinity);
    const names = new Set([...(tables ?? []), ...foundTables].map(({ name }) => name));
    const told = typed ? best([...names], name => name, typed, EACH_MAX) : [];
    const known = new Set(named.map(({ id }) => id));
    const others = hits.filter(({ session }) => !known.has(session) && known.add(session)).slice(0, EACH_MAX);
    return [
        ...named.map(({ id, title }) => ({ group: say.session, name: title, act: () => void commands.open(id) })),
        ...done.map(action => ({ group: say.command, ...action })),
        ...told.map(name => ({ group: say.table, name, act: () => commands.insert(`${written(kind, name)} `) })),
        ...others.map(hit => ({
            group: hit.message ? say.message : say.session,
            name: hit.message ? `${hit.title} – ${hit.snippet}` : hit.title,
            act: () => commands.seek(hit),
        })),
    ];
}
