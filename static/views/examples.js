// @ts-check
import { h } from '../lib/element.js';

/** @typedef {import('../types.js').Table} Table */
/** @typedef {import('../types.js').State} State */

/**
 * What an empty conversation shows: what this is, and a few questions to begin with, made from the tables there are.
 * @param {import('../commands.js').Commands} commands
 * @returns {import('../types.js').View}
 */
export function createExamples(commands) {
    const about = h('p', { class: 'faint' });
    const questions = h('div', { class: 'questions' });
    const element = h('div', { class: 'examples' }, h('h2', {}, 'Ask your database'), about, questions);
    /** @type {Table[]|null|undefined} */
    let shown;

    return {
        element,
        update(state) {
            element.hidden = !isEmpty(state);
            if (element.hidden || state.tables === shown) return;
            shown = state.tables;
            const name = state.connections.find(({ id }) => id === state.connection)?.name;
            about.textContent = name
                ? `Questions about ${name} are answered by queries that only read. Each query can be looked at.`
                : 'No database is connected yet.';
            questions.replaceChildren(
                ...suggest(shown ?? []).map(question =>
                    h('button', { type: 'button', class: 'question-card', onclick: () => commands.send(question) }, question),
                ),
            );
        },
    };
}

/** @param {State} state */
function isEmpty({ conversation, opening, sending }) {
    return !opening && !sending.length && !conversation?.messages.length;
}

/** @param {Table[]} tables @returns {string[]} */
function suggest(tables) {
    const names = tables.filter(({ kind }) => kind.toLowerCase().includes('table')).map(({ name }) => name);
    if (!names.length) return tables.length ? ['Which tables are there?'] : [];
    const counted = names.includes('customers') ? 'customers' : names[0];
    const described = names.includes('orders') ? 'orders' : names[names.length - 1];
    const shown = names.find(name => name !== counted && name !== described) ?? counted;
    return [
        'Which tables are there?',
        `How many ${asWords(counted)} are there?`,
        `Describe ${described}`,
        `Show the first 10 ${asWords(shown)}`,
    ];
}

/** @param {string} table */
function asWords(table) {
    return table.replaceAll('_', ' ');
}
