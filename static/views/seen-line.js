// @ts-check
import { say } from '../language.js';
import { h, setText } from '../lib/element.js';
import { number } from '../lib/words.js';
import { seen } from '../lib/seen.js';

/** @typedef {import('../types.js').Message} Message */
/** Stands before the first message that the model is sent. @typedef {{id: 'seen', count: number}} SeenLine */

/**
 * The messages with the line among them, where anything is above it.
 * @param {Message[]} messages @param {import('../types.js').State} state @returns {(Message|SeenLine)[]}
 */
export function withLine(messages, { conversation, windowMessages }) {
    const sent = conversation && seen(messages, windowMessages, conversation.earlier);
    if (!sent) return messages;
    const at = messages.findIndex(({ id }) => id === sent.first);
    return [...messages.slice(0, at), { id: 'seen', count: sent.count }, ...messages.slice(at)];
}

export function createSeenLine() {
    const element = h('p', { class: 'seen-line', role: 'note' });
    return { element, update: (/** @type {SeenLine} */ { count }) => setText(element, say.seenFromHere(count, number(count))) };
}
