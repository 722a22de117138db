// @ts-check
import { count } from '../lib/words.js';

/** @typedef {import('../types.js').State} State */

/** Whether an answer runs that could be stopped. @param {State} state */
export function runs({ link, conversation }) {
    return link === 'open' && Boolean(conversation?.running);
}

/** Says so when the session has outgrown what the model is sent. @param {State} state */
export function omitting({ model, conversation, windowMessages }) {
    const { messages = 0, trimmed = 0 } = conversation?.window ?? {};
    if (model?.offline || !trimmed || messages < windowMessages - 1) return '';
    return `The model is sent the newest ${count(messages, 'message')} of this session; ${trimmed} older are left out.`;
}
