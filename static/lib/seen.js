// @ts-check

/** @typedef {import('../types.js').Message} Message */

/**
 * From which message on a model is sent a session, and how many they are: the rule of the server's sliding window. Null where
 * nothing before them is left out.
 * @param {Message[]} messages the newest ones, oldest first
 * @param {number} most how many are sent at most
 * @param {boolean} earlier whether there are older ones than these
 * @returns {{first: string, count: number}|null}
 */
export function seen(messages, most, earlier) {
    const settled = messages.at(-1)?.status === 'streaming' ? messages.slice(0, -1) : messages;
    const newest = settled.slice(-most);
    const begin = newest.findIndex(({ role }) => role === 'user');
    if (begin < 0 || (settled.length - newest.length + begin === 0 && !earlier)) return null;
    const sent = newest.slice(begin);
    return { first: sent[0].id, count: sent.filter(message => message.role === 'user' || says(message)).length };
}

/** Whether an answer has anything the model can be told again. @param {Message} message */
function says({ parts }) {
    return parts.some(part => {
        if (part.type === 'tool') return part.call.status === 'complete' && part.call.output !== undefined;
        return part.type === 'text' && part.text.trim() !== '';
    });
}
