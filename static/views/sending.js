// @ts-check

/** @typedef {import('../types.js').State} State */

/** Whether an answer runs that could be stopped. @param {State} state */
export function runs({ link, conversation }) {
    return link === 'open' && Boolean(conversation?.running);
}

/** The id of the newest question of the open session. @param {State} state */
export function lastQuestion({ conversation }) {
    return conversation?.messages.findLast(({ role, parts }) => role === 'user' && parts[0]?.type === 'text')?.id ?? null;
}
