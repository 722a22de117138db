// @ts-check
import { h, icon } from '../lib/element.js';
import { createFollow } from '../lib/follow.js';
import { keyed } from '../lib/keyed.js';
import { createExamples } from './examples.js';
import { createMessage } from './message.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Message} Message */
/** @typedef {import('../types.js').Conversation} Conversation */

/** How near to the top, in pixels, older messages are asked for. */
const EARLY_PX = 400;

/**
 * The messages of the open session; the newest stays in view while it grows, older ones come on scrolling up.
 * @param {import('../commands.js').Commands} commands
 * @returns {import('../types.js').View}
 */
export function createConversation(commands) {
    const examples = createExamples(commands);
    const list = h('div', { class: 'messages' });
    const box = h(
        'section',
        { class: 'conversation', role: 'log', 'aria-label': 'Conversation', 'aria-live': 'off', tabindex: '0' },
        examples.element,
        list,
    );
    const jump = h(
        'button',
        { type: 'button', class: 'jump icon-only', 'aria-label': 'Go to the newest', hidden: true },
        icon('down'),
    );
    const follow = createFollow(box, following => (jump.hidden = following));
    const show = keyed(
        list,
        (/** @type {Message} */ { id }) => id,
        message => createMessage(message, commands),
    );
    /** @type {State|null} */
    let shown = null;
    let asked = '';

    jump.addEventListener('click', () => {
        follow.jump();
        box.focus();
    });
    box.addEventListener('scroll', older, { passive: true });

    function older() {
        const conversation = shown?.conversation;
        const first = conversation?.messages[0]?.id;
        if (!conversation?.earlier || !first || first === asked || box.scrollTop > EARLY_PX) return;
        asked = first;
        commands.messages(conversation.session.id, first).then(() => (asked = ''));
    }

    return {
        element: h('div', { class: 'conversation-frame' }, box, jump),
        update(state) {
            examples.update(state);
            box.setAttribute('aria-busy', String(Boolean(state.opening || state.conversation?.running)));
            const before = shown;
            if (
                state.conversation === before?.conversation &&
                state.opening === before?.opening &&
                state.sending === before?.sending
            )
                return;
            if (state.opening && state.link === 'open' && !state.sending.length) return;
            shown = state;
            const entered = state.conversation?.session.id !== before?.conversation?.session.id;
            follow.holding(/** @type {HTMLElement|null} */ (list.firstElementChild), () => show(visible(state)));
            if (entered || state.sending.length > (before?.sending.length ?? 0)) follow.jump();
            else if (!document.activeElement?.closest('.own-sql')) follow.keep(); // whoever writes SQL up there is not taken away
            if (entered) asked = '';
        },
    };
}

/** The messages, and behind them the questions that are still on their way. @param {State} state @returns {Message[]} */
function visible({ conversation, sending, opening }) {
    const messages = conversation?.messages ?? [];
    const session = conversation?.session.id ?? opening;
    const waiting = sending.filter(one => one.session === session && !messages.some(({ id }) => id === one.message));
    if (!waiting.length) return messages;
    return [...messages, ...waiting.map(asMessage)];
}

/** @param {import('../types.js').Sending} sending @returns {Message} */
function asMessage({ message, text }) {
    return { id: message, role: 'user', status: 'streaming', createdAt: '', parts: [{ type: 'text', text }] };
}
