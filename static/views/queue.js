// @ts-check
import { say } from '../language.js';
import { h, icon } from '../lib/element.js';
import { keyed } from '../lib/keyed.js';

/** @typedef {import('../types.js').Sending} Sending */
/** @typedef {import('../types.js').State} State */

/**
 * The questions that wait for the answer before them, above where the next one is written.
 * @param {import('../commands.js').Commands} commands
 */
export function createQueue(commands) {
    const list = h('ul', { class: 'queue', 'aria-label': say.waitingQuestions, hidden: true });
    const show = keyed(
        list,
        (/** @type {Sending} */ { message }) => message,
        waiting => createWaiting(waiting, commands),
    );
    /** @type {Sending[]} */
    let shown = [];

    return {
        element: list,
        /** @param {State} state */
        update({ queue, conversation }) {
            const here = queue.filter(({ session }) => session === conversation?.session.id);
            if (here.length === shown.length && here.every((one, i) => one === shown[i])) return;
            shown = here;
            list.hidden = !here.length;
            show(here);
        },
    };
}

/** @param {Sending} waiting @param {import('../commands.js').Commands} commands */
function createWaiting({ message, text }, commands) {
    const words = h('span', { class: 'waiting-words', title: text }, text);
    const drop = h(
        'button',
        { type: 'button', class: 'quiet icon-only', 'aria-label': say.doNotAsk(text), onclick: () => commands.unqueue(message) },
        icon('close'),
    );
    return { element: h('li', {}, words, drop), update() {} };
}
