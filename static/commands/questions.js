// @ts-check
import { uuid } from '../lib/uuid.js';

/** @typedef {import('../types.js').Event} Event */
/** @typedef {import('../types.js').Sending} Sending */

/**
 * What is asked of the model.
 * @param {{ask(type: string, fields: object): Promise<any>,
 *   create(): string, dispatch(event: Event): void, state(): import('../types.js').State}} asking
 */
export function questionCommands({ ask, create, dispatch, state }) {
    /** @type {() => string|undefined} */
    let model = () => undefined;

    /** Asks now, or after the answer that is being written. Resolves to false when it was not accepted. @param {string} text */
    async function send(text) {
        const { conversation, opening, sending, queue } = state();
        const session = conversation?.session.id ?? opening ?? create();
        const waits = [...sending, ...queue].some(one => one.session === session);
        const question = { session, message: uuid(), text };
        if (!waits && !conversation?.running) return sendNow(question);
        dispatch({ type: 'page.queued', ...question });
        return true;
    }

    /** @param {Sending} question */
    async function sendNow({ session, message, text }) {
        dispatch({ type: 'page.sending', session, message, text });
        const accepted = await ask('message.send', { session, message, text, model: model() });
        if (!accepted) dispatch({ type: 'page.sent', message });
        return Boolean(accepted);
    }

    /** One that is not accepted goes back to where it was written. @param {Sending} question */
    async function sendQueued(question) {
        if (!(await sendNow(question))) dispatch({ type: 'page.insert', text: question.text });
    }

    /** Answers the last question again. */
    function retry() {
        const { conversation } = state();
        if (conversation) ask('turn.retry', { session: conversation.session.id, turn: uuid() });
    }

    return {
        send,
        sendQueued,
        retry,
        unqueue: (/** @type {string} */ message) => dispatch({ type: 'page.unqueued', message }),
        /** Who says which model is asked. @param {() => string|undefined} chosen */
        askOf: chosen => void (model = chosen),
    };
}
