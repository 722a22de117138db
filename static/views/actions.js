// @ts-check

/** @typedef {import('../shortcuts.js').Action} Action */
/** @typedef {import('../types.js').State} State */

/**
 * What the page can be told to do by a key or by name.
 * @param {import('../commands.js').Commands} commands
 * @param {() => State} state
 * @param {{sidebar(): void, schema(): void, palette(): void, keys(): void, write(): void, theme(): void}} parts
 * @returns {Action[]}
 */
export function actionsOf(commands, state, { sidebar, schema, palette, keys, write, theme }) {
    return [
        { name: 'Find a session, a command or a table', keys: 'Control+K', act: palette },
        { name: 'Begin a new session', keys: 'Control+Shift+O', act: () => void commands.create() },
        { name: 'Go to the session above', keys: 'Alt+ArrowUp', act: () => beside(-1) },
        { name: 'Go to the session below', keys: 'Alt+ArrowDown', act: () => beside(1) },
        { name: 'Show or hide the sidebar', keys: 'Control+B', act: sidebar },
        { name: 'Show or hide the schema', keys: 'Control+Shift+S', act: schema },
        { name: 'Write a question', keys: '/', act: write },
        { name: 'End the answer', keys: 'Escape', act: stop },
        { name: 'Connections', act: () => commands.showConnections({ face: 'list' }) },
        { name: 'Add a connection', act: () => commands.showConnections({ face: 'form' }) },
        { name: 'Light or dark', act: theme },
        { name: 'Show the keys', keys: '?', act: keys },
    ];

    function stop() {
        const { conversation } = state();
        if (conversation?.running && !document.querySelector(':popover-open')) commands.stop(conversation.session.id);
    }

    /** @param {number} step */
    function beside(step) {
        const { sessions, conversation, opening } = state();
        const at = sessions.items.findIndex(({ id }) => id === (opening ?? conversation?.session.id));
        const next = sessions.items[at < 0 ? 0 : at + step];
        if (next) commands.open(next.id);
    }
}
