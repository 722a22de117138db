// @ts-check
import { createCopy } from '../lib/code.js';
import { h, setText } from '../lib/element.js';
import { count, duration } from '../lib/words.js';

/** @typedef {import('../types.js').Message} Message */

/** How an answer can end before its end. */
const CUT = new Set(['stopped', 'interrupted', 'failed']);
const TIME = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/**
 * Below a message: how it ended, when it was written and by whom, and what can be done with it.
 * @param {boolean} user whether it is a question
 * @param {import('../commands.js').Commands} commands
 */
export function createMessageFoot(user, commands) {
    const status = h('p', { class: 'status', hidden: true });
    const facts = h('span', { class: 'facts' });
    const copy = createCopy(() => words(shown));
    const go = h('button', { type: 'button', class: 'quiet strong', onclick: () => commands.send('Continue.') }, 'Continue');
    const again = h('button', { type: 'button', class: 'quiet strong', onclick: () => commands.retry() }, 'Retry');
    const offers = h('span', { class: 'offers', hidden: true }, go, again);
    const line = h('div', { class: 'message-line', hidden: true }, copy, offers, facts);
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
            copy.hidden = !words(message);
            offers.hidden = user || !CUT.has(message.status);
            go.hidden = message.status === 'failed';
        },
    };
}

/** @param {Message} message */
function words({ parts }) {
    return parts.flatMap(part => (part.type === 'text' ? [part.text] : [])).join('\n\n');
}

/** @param {Message} message */
function told({ createdAt, model, durationMs, usage }) {
    const tokens = usage && `${count(usage.inputTokens, 'token')} in, ${count(usage.outputTokens, 'token')} out`;
    const time = TIME.format(new Date(createdAt));
    return [time, model, durationMs !== undefined && duration(durationMs), tokens].filter(Boolean).join(' · ');
}

/** @param {Message} message */
function ending({ status, error }) {
    switch (status) {
        case 'stopped':
            return 'Stopped';
        case 'interrupted':
            return 'The server stopped before this answer was finished.';
        case 'failed':
            return error?.message ?? 'The answer failed.';
        default:
            return '';
    }
}
