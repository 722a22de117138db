// @ts-check
import { share } from '../lib/share.js';

/** @typedef {import('../types.js').Message} Message */
/** @typedef {import('../types.js').Part} Part */
/** @typedef {import('../types.js').Call} Call */
/** @typedef {import('../types.js').Event} Event */

/**
 * The messages after the next event of their session; null when it does not fit onto them, so something was missed.
 * An event of a type we do not know leaves them as they are.
 * @param {Message[]} messages
 * @param {Event} event
 * @returns {Message[]|null}
 */
export function reduceMessages(messages, event) {
    switch (event.type) {
        case 'turn.started':
            return [...until(messages, event.message.id), event.message, event.answer];
        case 'token':
            return changed(messages, event.message, parts => appended(parts, 'text', event));
        case 'thinking':
            return changed(messages, event.message, parts => appended(parts, 'thinking', event));
        case 'tool.started':
            return changed(messages, event.message, parts => [...parts, { type: 'tool', call: event.call }]);
        case 'tool.finished':
            return changed(messages, event.message, parts => called(parts, event.call));
        case 'turn.finished':
        case 'message.added':
            return put(messages, event.message);
        default:
            return messages;
    }
}

/** Those before the message of this id; all when there is none. @type {(messages: Message[], id: string) => Message[]} */
function until(messages, id) {
    const at = messages.findIndex(message => message.id === id);
    return at < 0 ? messages : messages.slice(0, at);
}

/** @type {(messages: Message[], message: Message) => Message[]} */
function put(messages, message) {
    const at = messages.findIndex(({ id }) => id === message.id);
    return at < 0 ? [...messages, message] : messages.with(at, share(messages[at], message));
}

/** @type {(messages: Message[], id: string, change: (parts: Part[]) => Part[]|null) => Message[]|null} */
function changed(messages, id, change) {
    const at = messages.findLastIndex(message => message.id === id);
    const parts = at < 0 ? null : change(messages[at].parts);
    return parts && messages.with(at, { ...messages[at], parts });
}

/** @type {(parts: Part[], type: 'text'|'thinking', event: Event) => Part[]|null} */
function appended(parts, type, { text, offset }) {
    const last = parts[parts.length - 1];
    const before = last?.type === type ? last.text : '';
    if (before.length !== offset) return null;
    const part = { type, text: before + text };
    return last?.type === type ? parts.with(-1, part) : [...parts, part];
}

/** @type {(parts: Part[], call: Call) => Part[]|null} */
function called(parts, call) {
    const at = parts.findLastIndex(part => part.type === 'tool' && part.call.id === call.id);
    return at < 0 ? null : parts.with(at, { type: 'tool', call });
}
