// @ts-check
import { h, setText } from '../lib/element.js';

/** @typedef {import('../types.js').ModelInfo} ModelInfo */

/**
 * Above the conversation: its title, and which model answers.
 * @param {HTMLElement} toggles the buttons shown while the sidebar is out of sight
 * @param {HTMLElement} schema the button for the schema
 * @returns {import('../types.js').View}
 */
export function createHeader(toggles, schema) {
    const title = h('h1', { class: 'title' });
    const model = h('div', { class: 'model' });
    const element = h('header', { class: 'header' }, toggles, title, model, schema);
    /** @type {ModelInfo|null} */
    let shown = null;

    return {
        element,
        update(state) {
            const name = titleOf(state);
            setText(title, name || 'TableChat');
            document.title = name ? `${name} – TableChat` : 'TableChat';
            if (state.model === shown || !state.model) return;
            shown = state.model;
            model.replaceChildren(describe(shown));
        },
    };
}

/** @param {import('../types.js').State} state */
function titleOf({ conversation, opening, sessions }) {
    return conversation?.session.title ?? sessions.items.find(({ id }) => id === opening)?.title ?? '';
}

/** @param {ModelInfo} model */
function describe({ provider, name, offline, error }) {
    if (error) return explained('Model not usable', 'bad', [error]);
    if (!offline) return h('span', { class: 'badge', title: `Answers come from ${name} (${provider})` }, name);
    return explained('Offline model', 'plain', [
        'Answers come from a small set of rules on this machine: no key or network is needed.',
        'It understands simple questions, and SQL.',
        'For a real model, start the server with ANTHROPIC_API_KEY, OPENAI_API_KEY or GEMINI_API_KEY set, or beside Ollama.',
    ]);
}

/** A badge that opens to an explanation. @param {string} label @param {string} tone @param {string[]} sentences */
function explained(label, tone, sentences) {
    const text = h(
        'div',
        { class: 'popover', id: 'model-explained', popover: 'auto' },
        ...sentences.map(sentence => h('p', {}, sentence)),
    );
    const button = h('button', { type: 'button', class: `badge ${tone}`, popovertarget: text.id }, label);
    return h('div', {}, button, text);
}
