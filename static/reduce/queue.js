// @ts-check

/** @typedef {import('../types.js').Sending} Sending */
/** @typedef {import('../types.js').Event} Event */

/**
 * The questions that wait until the answer before them is written, in the order they came.
 * @param {Sending[]} queue
 * @param {Event} event
 * @returns {Sending[]}
 */
export function reduceQueue(queue, event) {
    switch (event.type) {
        case 'page.queued':
            return [...queue, sendingOf(event)];
        case 'page.unqueued':
        case 'page.sending':
            return without(queue, ({ message }) => message === event.message);
        case 'session.deleted':
            return without(queue, ({ session }) => session === event.session);
        case 'connection.removed':
            return without(queue, ({ connection }) => connection === event.connection);
        default:
            return queue;
    }
}

/** @param {Event} event @returns {Sending} */
export function sendingOf({ session, message, text, connection = null }) {
    return { session, message, text, connection };
}

/** @param {Sending[]} queue @param {(question: Sending) => boolean} leaves */
function without(queue, leaves) {
    return queue.some(leaves) ? queue.filter(question => !leaves(question)) : queue;
}
