// @ts-check

/** As many messages as are listed at once. */
const MESSAGES_MAX = 500;

/**
 * Prints the open session as a whole: the messages that were not loaded are asked for first. Where they do not come, what is there is
 * printed, and the paper says that some are missing.
 * @param {import('./commands.js').Commands} commands
 * @param {() => import('./types.js').State} state
 */
export async function printWhole(commands, state) {
    const open = state().conversation?.session.id;
    for (let loaded = -1; ; ) {
        const { conversation } = state();
        if (conversation?.session.id !== open) return; // another was opened meanwhile
        if (!conversation?.earlier || conversation.messages.length === loaded) break;
        loaded = conversation.messages.length;
        await commands.messages(conversation.session.id, conversation.messages[0].id, MESSAGES_MAX);
    }
    await new Promise(requestAnimationFrame); // the views have it
    window.print();
}
