// @ts-check
import { say } from '../language.js';
import { h } from '../lib/element.js';
import { recall, remember } from '../lib/remember.js';
import { currentModel, nameOf } from '../reduce/models.js';

/** @typedef {import('../types.js').State} State */

const REMEMBERED = 'tablechat.model';

/**
 * Which model is asked; hidden where there is no choice. One that failed can be chosen all the same: it may be well again.
 * @param {import('../commands.js').Commands} commands
 */
export function createModelChoice(commands) {
    const choice = h('select', { class: 'model-choice', 'aria-label': say.model, onchange: choose });
    /** @type {State['models']} */
    let offered = [];
    commands.askOf(recall(REMEMBERED));

    function choose() {
        remember(REMEMBERED, choice.value);
        commands.askOf(choice.value);
    }

    return {
        element: choice,
        /** @param {State} state */
        update(state) {
            const { models } = state;
            if (models !== offered) {
                offered = models;
                choice.hidden = models.length < 2;
                choice.replaceChildren(...models.map(option));
            }
            const current = currentModel(state);
            if (current && choice.value !== nameOf(current)) choice.value = nameOf(current);
            choice.title = current ? say.answersFrom(current.name, current.provider) : '';
        },
    };
}

/** @param {import('../types.js').ModelInfo} model */
function option(model) {
    const { name, offline, error } = model;
    const label = offline ? say.offlineModel : name;
    return h('option', { value: nameOf(model), title: error }, error ? say.notUsable(label) : label);
}
