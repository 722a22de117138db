// @ts-check
import { say } from '../language.js';
import { h, icon, setText } from '../lib/element.js';
import { currentModel } from '../reduce/models.js';

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
            const current = currentModel(state);
            if (current === shown || !current) return;
            shown = current;
            model.replaceChildren(describe(current));
        },
    };
}

/** @param {import('../types.js').State} state */
function titleOf({ conversation, opening, sessions }) {
    return conversation?.session.title ?? sessions.items.find(({ id }) => id === opening)?.title ?? '';
}

/** @param {ModelInfo} model */
function describe({ provider, name, offline, error, failed }) {
    const from = say.answersFrom(name, provider);
    if (error) return explained(say.modelUnusable, 'bad', [from, error]);
    if (failed) return explained(say.lastFailed, 'bad', [from, failed]);
    if (!offline) return h('span', { class: 'badge', title: from }, name);
    return explained(say.offlineModel, 'plain', say.offlineExplained);
}

/** A badge that opens to an explanation. @param {string} label @param {string} tone @param {string[]} sentences */
function explained(label, tone, sentences) {
    const text = h(
        'div',
        { class: 'popover', id: 'model-explained', popover: 'auto' },
        ...sentences.map(sentence => h('p', {}, sentence)),
    );
    const sign = [icon('model'), h('span', {}, label)];
    const button = h('button', { type: 'button', class: `badge ${tone}`, popovertarget: text.id, title: label }, ...sign);
    return h('div', {}, button, text);
}
