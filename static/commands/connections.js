// @ts-check

/** @typedef {import('../types.js').Event} Event */

/**
 * What is asked about connections. Errors come back to those who asked, who show them where they belong.
 * @param {{attempt(type: string, fields: object): Promise<Event>, ask(type: string, fields: object): Promise<any>,
 *   use(connection: string): Promise<any>, dispatch(event: Event): void}} asking
 */
export function connectionCommands({ attempt, ask, use, dispatch }) {
    return {
        testConnection: (/** @type {object} */ fields) => attempt('connection.test', fields),
        /** Adds it under an id made here, and goes over to it. @param {string} connection @param {object} fields */
        async addConnection(connection, fields) {
            const reply = await attempt('connection.add', { connection, ...fields });
            if (reply.type !== 'error') await use(reply.connection.id);
            return reply;
        },
        updateConnection: (/** @type {string} */ connection, /** @type {object} */ fields) =>
            attempt('connection.update', { connection, ...fields }),
        removeConnection: (/** @type {string} */ connection) => ask('connection.remove', { connection }),
        /** How many sessions each has is told by nobody unasked. @param {import('../types.js').Dialog|null} dialog */
        showConnections(dialog) {
            if (dialog?.face === 'list') ask('connection.list', {});
            dispatch({ type: 'page.dialog', dialog });
        },
    };
}
