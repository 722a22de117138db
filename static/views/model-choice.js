// @ts-check
import { say } from '../language.js';
import { h } from '../lib/element.js';
import { recall, remember } from '../lib/remember.js';

/** @typedef {import('../types.js').ModelInfo} ModelInfo */

const REMEMBERED = 'tablechat.model';

/** Which model is asked; hidden where there is no choice. */
export function createModelChoice() {
    const choice = h('select', { class: 'model-choice', 'aria-label': say.model, onchange: () => remember(REMEMBERED, choice.value) });
    /** @type {ModelInfo[]} */
    let offered = [];

    return {
        element: choice,
        /** Undefined where there is no choice. */
        chosen: () => (choice.hidden ? undefined : choice.value),
        /** @param {import('../types.js').State} state */
        update({ models, model }) {
            if (models === offered) return;
            offered = models;
            choice.hidden = models.length < 2;
            choice.replaceChildren(
                ...models.map(({ provider, name, offline, error }) => {
                    const value = `${provider}/${name}`;
                    return h('option', { value, disabled: Boolean(error), title: error }, offline ? say.offlineModel : name);
                }),
            );
            choice.value = recall(REMEMBERED) ?? '';
            if (choice.selectedIndex < 0 && model) choice.value = `${model.provider}/${model.name}`;
        },
    };
}
