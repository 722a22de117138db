// @ts-check
import { say } from '../language.js';
import { h, icon } from '../lib/element.js';
import { createFollow } from '../lib/follow.js';
import { keyed } from '../lib/keyed.js';
import { createSkeleton } from '../lib/skeleton.js';
import { createExamples } from './examples.js';
import { createMessage } from './message.js';
import { createSeek } from './seek.js';
import { createSeenLine, withLine } from './seen-line.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Message} Message */
/** @typedef {import('./seen-line.js').SeenLine} SeenLine */

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
        { class: 'conversation', role: 'log', 'aria-label': say.conversation, 'aria-live': 'off', tabindex: '0' },
        examples.element,
        list,
    );
    const skeleton = createSkeleton(say.loadingSession);
    const jump = h(
        'button',
        { type: 'button', class: 'jump icon-only', 'aria-label': say.toNewest, hidden: true },
        icon('down'),
    );
    box.append(skeleton);
    const follow = createFollow(box, following => (jump.hidden = following));
    const show = keyed(
        list,
        (/** @type {Message|SeenLine} */ { id }) => id,
        item => ('count' in item ? createSeenLine() : view(item)),
    );
    /** @type {Map<string, ReturnType<typeof createMessage>>} */
    const views = new Map();
    /** @type {State|null} */
    let shown = null;
    /** The question that is put in other words. @type {string|null} */
    let edited = null;
    let asked = '';
    const seek = createSeek(commands, message => views.get(message)?.element, follow.letGo);

    /** @param {Message} message @returns {{element: HTMLElement, update(item: any): void, leave(): void}} */
    function view(message) {
        const made = createMessage(message, commands);
        views.set(message.id, made);
        return { element: made.element, update: made.update, leave: () => void views.delete(message.id) };
    }

    /** @param {State} state */
    function edit({ editing }) {
        if (editing === edited) return;
        if (edited) views.get(edited)?.edit(false);
        edited = editing;
        if (editing) views.get(editing)?.edit(true);
        else if (box.contains(document.activeElement) || document.activeElement === document.body) box.focus();
    }

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
            box.classList.toggle('opening', Boolean(state.opening));
            skeleton.hidden = !state.opening || list.childElementCount > 0 || state.sending.length > 0;
            const before = shown;
            const same = state.conversation === before?.conversation && state.opening === before?.opening;
            if (same && state.sending === before?.sending) {
                seek(state);
                return edit(state);
            }
            if (state.opening && state.link === 'open' && !state.sending.length) return;
            shown = state;
            const entered = state.conversation?.session.id !== before?.conversation?.session.id;
            follow.holding(/** @type {HTMLElement|null} */ (list.firstElementChild), () => show(withLine(visible(state), state)));
            edit(state);
            if (entered || state.sending.length > (before?.sending.length ?? 0)) follow.jump();
            else if (!document.activeElement?.closest('.own-sql')) follow.keep(); // whoever writes SQL up there is not taken away
            if (entered) asked = '';
            seek(state);
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
