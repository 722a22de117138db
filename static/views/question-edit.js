// @ts-check
import { say } from '../language.js';
import { h } from '../lib/element.js';

const TEXT_CHARACTERS_MAX = 32_000;

/**
 * A question that is put in other words. What followed it leaves the session, and stays as another one.
 * @param {string} message its id
 * @param {string} text as it was
 * @param {import('../commands.js').Commands} commands
 */
export function createQuestionEdit(message, text, commands) {
    const field = h('textarea', {
        class: 'edit-text',
        'aria-label': say.yourQuestion,
        maxlength: TEXT_CHARACTERS_MAX,
        oninput: fit,
        onkeydown: pressed,
    });
    const growing = h('div', { class: 'growing' }, field);
    field.value = text;
    const ask = h('button', { type: 'submit', class: 'primary' }, say.askAgain);
    const cancel = h('button', { type: 'button', class: 'plain', onclick: () => commands.edit(null) }, say.cancel);
    const note = h('span', { class: 'faint' }, say.oldCourseStays);
    const element = h(
        'form',
        { class: 'question-edit', onsubmit: submit },
        growing,
        h('div', { class: 'actions' }, note, h('span', { class: 'space' }), cancel, ask),
    );

    function fit() {
        growing.dataset.text = field.value;
        ask.disabled = !field.value.trim();
    }

    /** @param {KeyboardEvent} event */
    function pressed(event) {
        if (event.key === 'Escape') commands.edit(null);
        else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) element.requestSubmit();
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    /** @param {SubmitEvent} event */
    async function submit(event) {
        event.preventDefault();
        if (!field.value.trim()) return;
        ask.disabled = true;
        await commands.rephrase(message, field.value.trim());
        ask.disabled = false;
    }

    fit();
    return element;
}
