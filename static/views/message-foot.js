// @ts-check
import { say } from '../language.js';
import { createCopy } from '../lib/code.js';
import { h, setText } from '../lib/element.js';
import { duration, moment, number } from '../lib/words.js';

/** @typedef {import('../types.js').Message} Message */

/** How an answer can end before its end. */
const CUT = new Set(['stopped', 'interrupted', 'failed']);

/**
 * Below a message: how it ended, when it was written and by whom, and what can be done with it.
 * @param {boolean} user whether it is a question
 * @param {import('../commands.js').Commands} commands
 */
export function createMessageFoot(user, commands) {
    const status = h('p', { class: 'status', hidden: true });
    const facts = h('span', { class: 'facts' });
    const copy = createCopy(() => written(shown));
    const change = h('button', { type: 'button', class: 'quiet', onclick: () => commands.edit(shown.id) }, say.editQuestion);
    const branch = h(
        'button',
        { type: 'button', class: 'quiet', title: say.branchHint, onclick: () => commands.branch(shown.id) },
        say.branch,
    );
    const go = h('button', { type: 'button', class: 'quiet strong', onclick: () => commands.send(say.goOn) }, say.continue);
    const again = h('button', { type: 'button', class: 'quiet strong', onclick: () => commands.retry() }, say.retry);
    const offers = h('span', { class: 'offers', hidden: true }, go, again);
    const line = h('div', { class: 'message-line', hidden: true }, copy, change, branch, offers, facts);
    /** @type {Message} */
    let shown;

    return {
        element: h('footer', { class: 'message-foot' }, status, line),
        /** @param {Message} message */
        update(message) {
            shown = message;
            const ended = message.status !== 'streaming' && message.createdAt !== '';
            const text = ending(message);
            status.hidden = !text;
            status.classList.toggle('bad', message.status === 'failed');
            setText(status, text);
            line.hidden = !ended;
            if (!ended) return;
            setText(facts, told(message));
            copy.hidden = !written(message);
            change.hidden = !user || !written(message);
            branch.hidden = user;
            offers.hidden = user;
            go.hidden = !CUT.has(message.status) || (message.status === 'failed' && !written(message));
        },
    };
}

/** What was written in it, without what was found. @param {Message} message */
export function written({ parts }) {
    return parts.flatMap(part => (part.type === 'text' ? [part.text] : [])).join('\n\n');
}

/** @param {Message} message */
function told({ createdAt, model, durationMs, usage }) {
    const used = usage && say.tokens(number(usage.inputTokens), number(usage.outputTokens));
    return [moment(createdAt), model, durationMs !== undefined && duration(durationMs), used].filter(Boolean).join(' · ');
}

/** @param {Message} message */
function ending({ status, error }) {
    switch (status) {
        case 'stopped':
            return say.stopped;
        case 'interrupted':
            return say.interrupted;
        case 'failed':
            return error?.message ?? say.answerFailed;
        default:
            return '';
    }
}
