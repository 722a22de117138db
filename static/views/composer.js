// @ts-check
import { say } from '../language.js';
import { debounce } from '../lib/debounce.js';
import { h, icon, setText } from '../lib/element.js';
import { keysOf } from '../shortcuts.js';
import { createEnter } from './enter.js';
import { createModelChoice } from './model-choice.js';
import { createQueue } from './queue.js';
import { lastQuestion, runs } from './sending.js';

/** @typedef {import('../types.js').State} State */

const DRAFT_MS = 500;
const TEXT_CHARACTERS_MAX = 32_000;
/** Where a focused text field calls up a keyboard that covers half the page. */
const TOUCH = matchMedia('(pointer: coarse)').matches;

/**
 * Where questions are written. What is not sent is kept as the session's draft.
 * @param {import('../commands.js').Commands} commands
 * @returns {import('../types.js').View & {focus(): void, switchEnter(): void}}
 */
export function createComposer(commands) {
    const text = h('textarea', {
        class: 'composer-text',
        rows: '1',
        'aria-label': say.message,
        'aria-describedby': 'composer-note',
        placeholder: say.askAboutData,
        maxlength: TEXT_CHARACTERS_MAX,
        autocomplete: 'off',
        autofocus: !TOUCH,
        oninput: typed,
        onkeydown: pressed,
    });
    const growing = h('div', { class: 'growing' }, text);
    const send = round('send', say.send, '', submit);
    const stop = round('stop', say.stop, say.stopHint, halt);
    const note = h('p', { class: 'composer-note', id: 'composer-note' });
    const enter = createEnter(tell);
    const queue = createQueue(commands);
    const model = createModelChoice(commands);
    const box = h('div', { class: 'composer-box' }, growing, model.element, send, stop);
    const element = h('div', { class: 'composer' }, queue.element, box, note);
    const keep = debounce(DRAFT_MS, commands.draft);
    /** @type {string|null} */
    let session = null;
    /** The session whose draft was put into the box; typing before that wins over the draft. @type {string|null} */
    let filled = null;
    /** The id of the session's last question, for the arrow up. @type {string|null} */
    let last = null;
    /** @type {State['insertion']} */
    let inserted = null;

    window.addEventListener('pagehide', keep.now);

    function typed() {
        fit();
        if (session) keep(session, text.value);
    }

    /** @param {KeyboardEvent} event */
    function pressed(event) {
        if (keysOf(event) === 'ArrowUp' && !text.value) {
            event.preventDefault();
            return last && commands.edit(last);
        }
        if (!enter.sends(event)) return;
        event.preventDefault();
        submit();
    }

    async function submit() {
        const question = text.value.trim();
        if (!question) return;
        keep.cancel();
        fill('');
        text.focus();
        const accepted = await commands.send(question);
        if (!accepted && !text.value) fill(question);
    }

    function tell() {
        send.title = enter.title();
        setText(note, enter.note());
    }

    function halt() {
        if (session) commands.stop(session);
        text.focus();
    }

    /** @param {string} value */
    function fill(value) {
        text.value = value;
        fit();
    }

    /** The box is as high as a copy of its text below it. */
    function fit() {
        growing.dataset.text = text.value;
        send.disabled = !text.value.trim();
    }

    /** Where the caret is, in place of what is selected. @param {State['insertion']} insertion */
    function insert(insertion) {
        if (insertion === inserted) return;
        inserted = insertion;
        text.focus();
        text.setRangeText(insertion?.text ?? '', text.selectionStart, text.selectionEnd, 'end');
        typed();
    }

    /** @param {State} state */
    function arrive({ conversation, opening }) {
        const entered = conversation?.session.id ?? opening;
        if (entered !== session) {
            keep.now();
            if (session !== null) fill('');
            [session, filled] = [entered, null];
            if (!TOUCH) text.focus();
        }
        if (conversation && filled !== session) {
            filled = session;
            if (!text.value) fill(conversation.draft);
        }
    }

    fill('');
    tell();
    return {
        element,
        focus: () => text.focus(),
        switchEnter: enter.toggle,
        update(state) {
            arrive(state);
            last = lastQuestion(state);
            insert(state.insertion);
            stop.hidden = !runs(state);
            send.hidden = !stop.hidden;
            queue.update(state);
            model.update(state);
        },
    };
}

/** @param {'send'|'stop'} sign @param {string} name @param {string} title @param {() => void} onclick */
function round(sign, name, title, onclick) {
    return h('button', { type: 'button', class: 'round', 'aria-label': name, title, onclick }, icon(sign));
}
