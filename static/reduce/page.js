// @ts-check
import { sendingOf } from './queue.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Event} Event */

/**
 * What the page does to its own state: what is opened, written, sent, chosen.
 * @param {State} state
 * @param {Event} event
 * @returns {State}
 */
export function reducePage(state, event) {
    switch (event.type) {
        case 'page.link':
            return { ...state, link: event.link, slow: event.slow === true };
        case 'page.dialog':
            return { ...state, dialog: event.dialog };
        case 'page.insert':
            return { ...state, insertion: { text: event.text } };
        case 'page.editing':
            return { ...state, editing: event.message };
        case 'page.model':
            return { ...state, chosenModel: event.model };
        case 'page.seeking':
            return { ...state, sought: event.sought };
        case 'page.opening':
            return opening(state, event.session);
        case 'page.closed':
            return { ...state, opening: null, conversation: null };
        case 'page.sending':
            return { ...state, sending: [...state.sending, sendingOf(event)] };
        case 'page.sent':
        case 'message.accepted':
            return { ...state, sending: state.sending.filter(({ message }) => message !== event.message) };
        default:
            return state;
    }
}

/** @type {(state: State, session: string) => State} */
function opening(state, session) {
    const sought = state.sought?.session === session ? state.sought : null;
    return { ...state, opening: session, conversation: null, editing: null, sought };
}
