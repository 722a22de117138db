// @ts-check

/** @typedef {import('./types.js').State} State */

/**
 * What the page does by itself when the state changed: asks for lists it lacks, and for a snapshot after a gap.
 * @param {import('./commands.js').Commands} commands
 * @returns {(state: State, before: State) => void}
 */
export function createEffects(commands) {
    return (state, before) => {
        const { connection, sessions, conversation } = state;
        const unlisted = connection && !sessions.listed && sessions !== before.sessions;
        if (unlisted && sessions.connection === connection) commands.sessions(connection, sessions.shelf);
        const changed = connection !== before.connection || state.model !== before.model || (reached(state) && !reached(before));
        if (connection && !state.tables && changed) commands.tables(connection);
        if (before.conversation && !conversation && !state.opening) commands.close();
        if (!connection && state.connections.length && state.connections !== before.connections) {
            commands.use(state.connections[0].id);
        }
        const next = state.queue.find(({ session }) => session === conversation?.session.id);
        if (next && answerable(state)) commands.sendQueued(next);
        if (conversation?.stale && !before.conversation?.stale) commands.again(conversation.session.id);
    };
}

/** Whether nothing keeps the open session from being asked. @param {State} state */
function answerable({ link, conversation, sending }) {
    if (link !== 'open' || !conversation || conversation.stale || conversation.running) return false;
    return !sending.some(({ session }) => session === conversation.session.id);
}

/** Whether the current connection's database is known to answer. @param {State} state */
function reached({ connections, connection }) {
    return connections.find(({ id }) => id === connection)?.status === 'ok';
}
