// @ts-check
import { count } from '../lib/words.js';

/** @typedef {import('../types.js').State} State */

/** Whether an answer runs that could be stopped. @param {State} state */
export function runs({ link, conversation }) {
    return link === 'open' && Boolean(conversation?.running);
}

/** Why nothing can be sent now; empty when it can. @param {State} state */
export function hindering(state) {
    if (runs(state)) return 'An answer is being written. Stop it, or wait.';
    const session = state.conversation?.session.id ?? state.opening;
    const waits = state.sending.some(one => one.session === session);
    return waits ? 'Your question before this one is still on its way.' : '';
}

/** Says so when the session has outgrown what the model is sent. @param {State} state */
export function omitting({ model, conversation, windowMessages }) {
    const { messages = 0, trimmed = 0 } = conversation?.window ?? {};
    if (model?.offline || !trimmed || messages < windowMessages - 1) return '';
    return `The model is sent the newest ${count(messages, 'message')} of this session; ${trimmed} older are left out.`;
}
