// @ts-check
import { uuid } from '../lib/uuid.js';
import { nameOf } from '../reduce/models.js';

/** @typedef {import('../types.js').Event} Event */
/** @typedef {import('../types.js').Sending} Sending */

/**
 * What is asked of the model.
 * @param {{ask(type: string, fields: object): Promise<any>, create(): string, open(session: string): void,
 *   dispatch(event: Event): void, state(): import('../types.js').State}} asking
 */
export function questionCommands({ ask, create, open, dispatch, state }) {
    /** Undefined where there is no choice. */
    function model() {
        const { models, chosenModel } = state();
        return models.length > 1 && models.some(one => nameOf(one) === chosenModel) ? chosenModel : undefined;
    }

    /** Asks now, or after the answer that is being written. Resolves to false when it was not accepted. @param {string} text */
    async function send(text) {
        const { conversation, opening, sending, queue } = state();
        const session = conversation?.session.id ?? opening ?? create();
        const waits = [...sending, ...queue].some(one => one.session === session);
        const question = { session, message: uuid(), text, connection: state().connection };
        if (!waits && !conversation?.running) return sendNow(question);
        dispatch({ type: 'page.queued', ...question });
        return true;
    }

    /** @param {Sending} question */
    async function sendNow(question) {
        const { session, message, text } = question;
        dispatch({ type: 'page.sending', ...question });
        const accepted = await ask('message.send', { session, message, text, model: model() });
        if (!accepted) dispatch({ type: 'page.sent', message });
        return Boolean(accepted);
    }

    /** One that is not accepted goes back to where it was written. @param {Sending} question */
    async function sendQueued(question) {
        if (!(await sendNow(question))) dispatch({ type: 'page.insert', text: question.text });
    }

    /** Answers the last question again; the old answer stays in a session of its own. */
    function retry() {
        const session = state().conversation?.session.id;
        if (session) ask('turn.retry', { session, turn: uuid(), model: model() });
    }

    /** Opens or closes the box in which a question is put in other words. @param {string|null} message */
    const edit = message => dispatch({ type: 'page.editing', message });

    /** @param {string} message @param {string} text */
    async function rephrase(message, text) {
        if (await ask('message.edit', { message, text, turn: uuid(), model: model() })) edit(null);
    }

    /** Goes on in a new session that has all up to this message. @param {string} message */
    async function branch(message) {
        const reply = await ask('session.fork', { session: state().conversation?.session.id, message, fork: uuid() });
        if (reply) open(reply.session.id);
    }

    return {
        send,
        sendQueued,
        retry,
        edit,
        rephrase,
        branch,
        unqueue: (/** @type {string} */ message) => dispatch({ type: 'page.unqueued', message }),
        /** Which model is asked from now on. @param {string|null} name */
        askOf: name => dispatch({ type: 'page.model', model: name }),
    };
}
