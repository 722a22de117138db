// @ts-check
import { h } from '../lib/element.js';
import { createAnnouncer } from './announcer.js';
import { createBanner } from './banner.js';
import { createComposer } from './composer.js';
import { createConnectionsDialog } from './connections-dialog.js';
import { createConversation } from './conversation.js';
import { createHeader } from './header.js';
import { createSidebar } from './sidebar.js';
import { createToasts } from './toasts.js';

/**
 * The whole page: the sidebar beside the conversation, and what floats above both.
 * @param {import('../commands.js').Commands} commands
 * @returns {import('../types.js').View}
 */
export function createPage(commands) {
    const main = h('main', { class: 'main' });
    const sidebar = createSidebar(commands, main);
    const header = createHeader(sidebar.toggles);
    const conversation = createConversation(commands);
    const views = [
        sidebar,
        header,
        createBanner(),
        conversation,
        createComposer(commands),
        createToasts(commands),
        createAnnouncer(),
        createConnectionsDialog(commands),
    ];
    const [, , banner, , composer, toasts, announcer, dialog] = views;

    main.append(header.element, banner.element, conversation.element, composer.element);
    return {
        element: h('div', { class: 'page' }, sidebar.element, sidebar.shade, main, toasts.element, announcer.element, dialog.element),
        update(state) {
            for (const view of views) view.update(state);
        },
    };
}
