// @ts-check
import { say } from '../language.js';
import { h, icon } from '../lib/element.js';
import { createFollow } from '../lib/follow.js';
import { keyed } from '../lib/keyed.js';
import { createSettle } from '../lib/settle.js';
import { createSkeleton } from '../lib/skeleton.js';
import { createUnroll } from '../lib/unroll.js';
import { createExamples } from './examples.js';
import { createMessage } from './message.js';
import { createSeek } from './seek.js';
import { createSeenLine, withLine } from './seen-line.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Message} Message */
/** @typedef {import('./seen-line.js').SeenLine} SeenLine */

/** How many at the end may grow. */
const GROWING = 2;
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
    const missing = h('p', { class: 'on-paper faint' }, say.earlierNotPrinted);
    const box = h(
        'section',
        { class: 'conversation', role: 'log', 'aria-label': say.conversation, 'aria-live': 'off', tabindex: '0' },
        examples.element,
        missing,
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
    const settle = createSettle(list, '.message', GROWING, change => {
        follow.holding(inView(), change);
        follow.keep();
    });
    const show = keyed(
        list,
        (/** @type {Message|SeenLine} */ { id }) => id,
        item => ('count' in item ? createSeenLine() : view(item)),
    );
    const unroll = createUnroll(
        (/** @type {Message|SeenLine} */ item) => ('count' in item ? '' : item.id),
        (items, whole) => {
            follow.holding(/** @type {HTMLElement|null} */ (list.firstElementChild), () => show(items));
            if (!document.activeElement?.closest('.own-sql')) follow.keep(); // whoever writes SQL up there is not taken away
            settle();
            if (whole && shown) seek(shown);
        },
    );
    /** @type {Map<string, ReturnType<typeof createMessage>>} */
    const views = new Map();
    /** @type {State|null} */
    let shown = null;
    /** The question that is put in other words. @type {string|null} */
    let edited = null;
    let asked = '';
    const seek = createSeek(commands, message => views.get(message)?.element, follow.letGo);

    /** The first message that is not above the view. */
    function inView() {
        const messages = /** @type {HTMLElement[]} */ ([...list.children]);
        return messages.find(({ offsetTop, offsetHeight }) => offsetTop + offsetHeight > box.scrollTop) ?? null;
    }

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
    window.addEventListener('beforeprint', unroll.finish);

    function older() {
        const conversation = shown?.conversation;
        const first = conversation?.messages[0]?.id;
        if (!conversation?.earlier || !first || first === asked || !unroll.whole() || box.scrollTop > EARLY_PX) return;
        asked = first;
        commands.messages(conversation.session.id, first).then(() => (asked = ''));
    }

    return {
        element: h('div', { class: 'conversation-frame' }, box, jump),
        update(state) {
            examples.update(state);
            missing.hidden = !state.conversation?.earlier;
            box.setAttribute('aria-busy', String(Boolean(state.opening || state.conversation?.running)));
            box.classList.toggle('opening', Boolean(state.opening));
            skeleton.hidden = !state.opening || list.childElementCount > 0 || state.sending.length > 0;
            const before = shown;
            const same = state.conversation === before?.conversation && state.opening === before?.opening;
            if (same && state.sending === before?.sending) {
                shown = state;
                if (unroll.whole()) seek(state);
                return edit(state);
            }
            if (state.opening && state.link === 'open' && !state.sending.length) return;
            shown = state;
            const entered = state.conversation?.session.id !== before?.conversation?.session.id;
            if (entered || state.sending.length > (before?.sending.length ?? 0)) follow.hold();
            unroll.update(withLine(visible(state), state));
            edit(state);
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
