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
            return [...queue, { session: event.session, message: event.message, text: event.text }];
        case 'page.unqueued':
        case 'page.sending':
            return queue.some(({ message }) => message === event.message)
                ? queue.filter(({ message }) => message !== event.message)
                : queue;
        case 'session.deleted':
            return queue.some(({ session }) => session === event.session)
                ? queue.filter(({ session }) => session !== event.session)
                : queue;
        default:
            return queue;
    }
}
