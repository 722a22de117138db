// @ts-check
import { say } from '../language.js';
import { h, icon } from '../lib/element.js';
import { keyed } from '../lib/keyed.js';

/** @typedef {import('../types.js').Toast} Toast */

const SHOWN_MS = 8000;

/**
 * Short notices in the corner; each leaves after a while, unless the pointer or the keyboard is on it.
 * @param {import('../commands.js').Commands} commands
 * @returns {import('../types.js').View}
 */
export function createToasts(commands) {
    const element = h('div', { class: 'toasts' });
    const update = keyed(
        element,
        toast => String(toast.id),
        (/** @type {Toast} */ toast) => createToast(toast, commands),
    );
    return { element, update: ({ toasts }) => update(toasts) };
}

/** @param {Toast} toast @param {import('../commands.js').Commands} commands */
function createToast({ id, tone, text, hint, undoes, session }, commands) {
    const undo = undoes && session && h('button', { type: 'button', class: 'quiet strong', onclick: takeBack }, say.undo);
    const close = h(
        'button',
        { type: 'button', class: 'quiet icon-only', 'aria-label': say.dismiss, onclick: leave },
        icon('close'),
    );
    const words = h('div', { class: 'toast-words' }, h('p', {}, text), hint && h('p', { class: 'faint' }, hint));
    const element = h(
        'div',
        { class: `toast ${tone}`, role: tone === 'error' ? 'alert' : 'status' },
        tone === 'error' && icon('warning'),
        words,
        undo,
        close,
    );
    let timer = setTimeout(expire, SHOWN_MS);

    function takeBack() {
        if (undoes === 'delete') commands.restore(/** @type {string} */ (session));
        else commands.archive(/** @type {string} */ (session), false);
    }

    function leave() {
        commands.closeToast(id);
    }

    function expire() {
        if (element.matches(':hover, :focus-within')) timer = setTimeout(expire, SHOWN_MS / 4);
        else leave();
    }

    return { element, update() {}, leave: () => clearTimeout(timer) };
}
