// @ts-check
import { h, setText } from '../lib/element.js';
import { createMarkdown } from '../lib/markdown/growing.js';

/** @typedef {import('../types.js').Words} Words */

/** What the person asked, as it was typed. */
export function createQuestionText() {
    const element = h('p', { class: 'question' });
    return { element, update: (/** @type {Words} */ { text }) => setText(element, text) };
}

/** What the model wrote, as Markdown. */
export function createAnswerText() {
    const { element, update } = createMarkdown();
    return { element, update: (/** @type {Words} */ { text }) => update(text) };
}
