// @ts-check
import { say } from '../language.js';
import { best } from '../lib/match.js';
import { written } from '../lib/sql-names.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Hit} Hit */
/** @typedef {import('../shortcuts.js').Action} Action */
/** @typedef {{group: string, name: string, keys?: string, act(): void}} Choice */

const EACH_MAX = 6;

/**
 * What can be gone to or done by what was typed: sessions, commands, tables, and what the server found in messages.
 * @type {(state: State & {hits: Hit[]}, typed: string, commands: import('../commands.js').Commands, actions: Action[]) => Choice[]}
 */
export function choices({ sessions, tables, connections, connection, hits }, typed, commands, actions) {
    const kind = connections.find(({ id }) => id === connection)?.kind ?? '';
    const named = best(sessions.items, ({ title }) => title, typed, EACH_MAX);
    const done = best(actions, ({ name }) => name, typed, typed ? EACH_MAX : Infinity);
    const told = typed ? best(tables ?? [], ({ name }) => name, typed, EACH_MAX) : [];
    const known = new Set(named.map(({ id }) => id));
    const others = hits.filter(({ session }) => !known.has(session) && known.add(session)).slice(0, EACH_MAX);
    return [
        ...named.map(({ id, title }) => ({ group: say.session, name: title, act: () => void commands.open(id) })),
        ...done.map(action => ({ group: say.command, ...action })),
        ...told.map(({ name }) => ({ group: say.table, name, act: () => commands.insert(`${written(kind, name)} `) })),
        ...others.map(({ session, title, message, snippet }) => ({
            group: message ? say.message : say.session,
            name: message ? `${title} – ${snippet}` : title,
            act: () => void commands.open(session),
        })),
    ];
}
