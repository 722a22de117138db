// @ts-check
import { say } from '../language.js';
import { printWhole } from '../paper.js';

/** @typedef {import('../shortcuts.js').Action} Action */
/** @typedef {import('../types.js').State} State */

/**
 * What the page can be told to do by a key or by name.
 * @param {import('../commands.js').Commands} commands
 * @param {() => State} state
 * @param {{sidebar(): void, schema(): void, palette(): void, keys(): void, write(): void, theme(): void, search(): void,
 *   enter(): void, language(): void}} parts
 * @returns {Action[]}
 */
export function actionsOf(commands, state, { sidebar, schema, palette, keys, write, theme, search, enter, language }) {
    return [
        { name: say.findAnything, keys: 'Control+K', act: palette },
        { name: say.searchSessions, keys: 'Control+Shift+F', act: search },
        { name: say.beginSession, keys: 'Control+Shift+O', act: () => void commands.create() },
        { name: say.sessionAbove, keys: 'Alt+ArrowUp', act: () => beside(-1) },
        { name: say.sessionBelow, keys: 'Alt+ArrowDown', act: () => beside(1) },
        { name: say.turnSidebar, keys: 'Control+B', act: sidebar },
        { name: say.turnSchema, keys: 'Control+Shift+S', act: schema },
        { name: say.writeQuestion, keys: '/', act: write },
        { name: say.endAnswer, keys: 'Escape', act: stop },
        { name: say.printSession, keys: 'Control+P', act: () => void printWhole(commands, state) },
        { name: say.connections, act: () => commands.showConnections({ face: 'list' }) },
        { name: say.addConnection, act: () => commands.showConnections({ face: 'form' }) },
        { name: say.lightOrDark, act: theme },
        { name: say.switchEnter, act: enter },
        { name: say.otherLanguage, act: language },
        { name: say.showKeys, keys: '?', act: keys },
    ];

    function stop() {
        const { conversation } = state();
        if (conversation?.running) commands.stop(conversation.session.id);
    }

    /** @param {number} step */
    function beside(step) {
        const { sessions, conversation, opening } = state();
        const at = sessions.items.findIndex(({ id }) => id === (opening ?? conversation?.session.id));
        const next = sessions.items[at < 0 ? 0 : at + step];
        if (next) commands.open(next.id);
    }
}
