// @ts-check
import { uuid } from '../lib/uuid.js';

/** @typedef {import('../types.js').Event} Event */
/** @typedef {{column: number, descending: boolean}} Sort */

/** What the server hands out of a result at once. */
const PAGE_ROWS = 100;
/** As many rows as a result keeps, and a page may have. */
const KEPT_ROWS = 1000;

/**
 * What is asked about results, and the user's own SQL.
 * @param {{attempt(type: string, fields: object): Promise<Event>, ask(type: string, fields: object): Promise<any>}} asking
 */
export function resultCommands({ attempt, ask }) {
    return {
        rows: (/** @type {string} */ result, /** @type {number} */ offset, /** @type {Sort|undefined} */ sort = undefined) =>
            ask('result.page', { result, offset, limit: PAGE_ROWS, sort }),
        allRows: (/** @type {string} */ result, /** @type {Sort|undefined} */ sort = undefined) =>
            ask('result.page', { result, offset: 0, limit: KEPT_ROWS, sort }),
        /**
         * Runs SQL of the user's own, which is kept in the session: once, also where it is sent again after a reconnect.
         * @param {string} sql @param {string} session
         * @returns {{done: Promise<Event>, cancel(): void}} the reply, or the error; `cancel` ends it
         */
        run(sql, session) {
            const id = uuid();
            const done = attempt('query.run', { id, message: uuid(), sql, session });
            return { done, cancel: () => void attempt('query.stop', { query: id }) };
        },
    };
}
