// @ts-check

/** @typedef {import('../types.js').ModelInfo} ModelInfo */
/** @typedef {import('../types.js').State} State */

/** How a model is called where one is asked for. @param {ModelInfo} model */
export function nameOf({ provider, name }) {
    return `${provider}/${name}`;
}

/** The model that is asked: the chosen one where it is offered, else the server's own choice. @param {State} state */
export function currentModel({ models, model, chosenModel }) {
    const wanted = [chosenModel, model && nameOf(model)];
    return wanted.map(one => models.find(offered => nameOf(offered) === one)).find(Boolean) ?? model;
}

/**
 * The models after a turn: the end of an answer tells how its writer is.
 * @param {ModelInfo[]} models
 * @param {import('../types.js').Event} event
 * @returns {ModelInfo[]}
 */
export function reduceModels(models, event) {
    if (event.type !== 'turn.finished') return models;
    const at = models.findIndex(model => nameOf(model) === event.message.model);
    if (at < 0) return models;
    const { status, error } = event;
    if (status === 'failed' && error?.code === 'model_error') return models.with(at, { ...models[at], failed: error.message });
    if (status !== 'complete' || !(models[at].failed || models[at].error)) return models;
    const { provider, name, offline } = models[at];
    return models.with(at, { provider, name, offline });
}
