// @ts-check
import { connectionCommands } from './commands/connections.js';
import { questionCommands } from './commands/questions.js';
import { resultCommands } from './commands/results.js';
import { uuid } from './lib/uuid.js';

/** @typedef {import('./types.js').Event} Event */
/** @typedef {ReturnType<typeof createCommands>} Commands */

/** Why a list may be missing without a notice: the page shows both by itself. */
const EXPECTED = new Set(['unavailable', 'database_error']);

/** How many sessions are listed at once after the first page. */
const SESSIONS_MORE = 100;
/** How many places a search shows. */
export const HITS_MAX = 30;

/**
 * All that the page asks of the server, in its own words. A failure becomes a notice; nothing here throws.
 * @param {import('./socket.js').Socket} socket
 * @param {import('./store.js').Store} store
 */
export function createCommands(socket, store) {
    const { state, dispatch } = store;

    /** @param {string} type @param {object} [fields] */
    const ask = (type, fields = {}) => socket.ask({ type, ...fields }).catch(tell);

    /** @param {Event} error */
    const tell = error => void dispatch(error);

    /**
     * Lists that are asked for again after a reconnect, or when the database is back: their loss is not worth a notice.
     * @param {string} type @param {object} fields
     */
    const read = (type, fields) =>
        socket.ask({ type, ...fields }).catch(error => (EXPECTED.has(error.code) ? undefined : tell(error)));

    /**
     * For those who show a failure themselves: resolves to the reply or to the error.
     * @param {string} type @param {object} fields @returns {Promise<Event>}
     */
    const attempt = (type, fields) => socket.ask({ type, ...fields }).catch(error => error);

    /** @param {string|null} session */
    function open(session) {
        if (!session) return close();
        socket.watch(session);
        dispatch({ type: 'page.opening', session });
        return socket.ask({ type: 'session.switch', session }).catch(error => {
            if (state().opening === session) close();
            tell(error);
        });
    }

    function close() {
        socket.watch(null);
        dispatch({ type: 'page.closed' });
    }

    /** Its id is made here, so it can be opened without waiting for the answer. */
    function create() {
        const session = uuid();
        if (state().sessions.shelf !== 'sessions') dispatch({ type: 'page.shelf', shelf: 'sessions' });
        ask('session.create', { session, connection: state().connection ?? undefined });
        open(session);
        return session;
    }

    /** @param {string} connection */
    function use(connection) {
        socket.watch(null);
        return ask('connection.use', { connection });
    }

    return {
        ...connectionCommands({ attempt, ask, use, dispatch }),
        ...resultCommands({ attempt, ask }),
        ...questionCommands({ ask, create, open, dispatch, state }),
        /** Puts text where questions are written. @param {string} text */
        insert: text => dispatch({ type: 'page.insert', text }),
        /** Opens a session where something was found in it. @param {import('./types.js').Hit} hit */
        seek({ session, message, snippet, matches }) {
            const words = [...new Set(matches.map(([start, end]) => snippet.slice(start, end)))];
            dispatch({ type: 'page.seeking', sought: message ? { session, message, words } : null });
            if (session !== (state().opening ?? state().conversation?.session.id)) open(session);
        },
        sought: () => dispatch({ type: 'page.seeking', sought: null }),
        session: () => state().conversation?.session.id ?? null,
        open,
        close,
        create,
        again: (/** @type {string} */ session) => ask('session.switch', { session }),
        /** That it ended in the same moment is no news. @param {string} session */
        stop: session => socket.ask({ type: 'turn.stop', session }).catch(error => error.code === 'conflict' || tell(error)),
        draft: (/** @type {string} */ session, /** @type {string} */ text) => ask('session.draft', { session, text }),
        rename: (/** @type {string} */ session, /** @type {string} */ title) => ask('session.rename', { session, title }),
        pin: (/** @type {string} */ session, /** @type {boolean} */ pinned) => ask('session.pin', { session, pinned }),
        archive: (/** @type {string} */ session, /** @type {boolean} */ archived) =>
            ask('session.archive', { session, archived }),
        remove: (/** @type {string} */ session) => ask('session.delete', { session }),
        restore: async (/** @type {string} */ session) => {
            const restored = await ask('session.restore', { session });
            if (restored && !state().conversation && !state().opening) open(session);
        },
        use,
        sessions: (
            /** @type {string} */ connection,
            /** @type {import('./types.js').Shelf} */ shelf,
            /** @type {string|undefined} */ after = undefined,
        ) =>
            read('session.list', {
                connection,
                archived: shelf === 'archived' || undefined,
                deleted: shelf === 'deleted' || undefined,
                after,
                limit: after && SESSIONS_MORE,
            }),
        search: (/** @type {string} */ text) => read('session.search', { text, limit: HITS_MAX }),
        messages: (/** @type {string} */ session, /** @type {string} */ before, /** @type {number|undefined} */ limit = undefined) =>
            read('message.list', { session, before, limit }),
        /** @param {string} connection @param {{like?: string, limit?: number, after?: string}} [which] */
        tables: (connection, which = { limit: 20 }) => read('schema.list', { connection, ...which }),
        describe: (/** @type {string} */ connection, /** @type {string} */ table) =>
            read('schema.describe', { connection, tables: [table] }),
        /** Runs SQL of the user's own in the open session, or in a new one. @param {string} sql */
        runHere: sql =>
            ask('query.run', { sql, session: state().conversation?.session.id ?? state().opening ?? create(), message: uuid() }),
        show: (/** @type {import('./types.js').Shelf} */ shelf) => dispatch({ type: 'page.shelf', shelf }),
        closeToast: (/** @type {number} */ toast) => dispatch({ type: 'page.toast.closed', toast }),
    };
}
