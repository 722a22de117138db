// @ts-check
import { switchLanguage } from '../language.js';
import { h } from '../lib/element.js';
import { listen } from '../shortcuts.js';
import { actionsOf } from './actions.js';
import { createAnnouncer } from './announcer.js';
import { createBanner } from './banner.js';
import { createComposer } from './composer.js';
import { createConnectionsDialog } from './connections-dialog.js';
import { createConversation } from './conversation.js';
import { createCourses } from './courses.js';
import { createHeader } from './header.js';
import { createKeysHelp } from './keys-help.js';
import { createPalette } from './palette.js';
import { createSchemaPanel } from './schema-panel.js';
import { createSidebar } from './sidebar.js';
import { createToasts } from './toasts.js';

/**
 * The whole page: the sidebar, the conversation and the schema side by side, and what floats above them.
 * @param {import('../commands.js').Commands} commands
 * @param {() => import('../types.js').State} state
 * @param {{toggle(): void}} theme
 * @returns {import('../types.js').View}
 */
export function createPage(commands, state, theme) {
    const main = h('main', { class: 'main' });
    const sidebar = createSidebar(commands, main);
    const schema = createSchemaPanel(commands);
    const composer = createComposer(commands);
    const actions = actionsOf(commands, state, {
        sidebar: sidebar.toggle,
        schema: schema.toggle,
        palette: () => palette.open(),
        keys: () => keys.showModal(),
        write: composer.focus,
        theme: theme.toggle,
        search: sidebar.find,
        enter: composer.switchEnter,
        language: switchLanguage,
    });
    const keys = createKeysHelp(actions);
    const palette = createPalette(commands, actions);
    const header = createHeader(sidebar.toggles, schema.button);
    const inside = [header, createBanner(), createCourses(), createConversation(commands), composer];
    const above = [createToasts(commands), createAnnouncer(), createConnectionsDialog(commands), palette];

    listen(actions);
    main.append(...inside.map(({ element }) => element));
    const beside = [sidebar.element, sidebar.shade, main, schema.element];
    return {
        element: h('div', { class: 'page' }, ...beside, ...above.map(({ element }) => element), keys),
        update(state) {
            for (const view of [sidebar, schema, ...inside, ...above]) view.update(state);
        },
    };
}
