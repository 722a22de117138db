// @ts-check
import { say } from '../language.js';
import { en } from '../languages/en.js';
import { h } from '../lib/element.js';
import { currentModel } from '../reduce/models.js';

/** @typedef {import('../types.js').Connection} Connection */
/** @typedef {import('../types.js').Table} Table */
/** @typedef {import('../types.js').State} State */

/**
 * What an empty conversation shows: what this is, and a few questions to begin with, made from the tables there are.
 * They are in the language of the page. The offline model understands English only, so it is sent the English question, which then
 * stands below the other: nobody finds words in the conversation that were not to be seen before.
 * @param {import('../commands.js').Commands} commands
 * @returns {import('../types.js').View}
 */
export function createExamples(commands) {
    const about = h('p', { class: 'faint' });
    const questions = h('div', { class: 'questions' });
    const element = h('div', { class: 'examples' }, h('h2', {}, say.askDatabase), about, questions);
    const add = h(
        'button',
        { type: 'button', class: 'question-card', onclick: () => commands.showConnections({ face: 'form' }) },
        say.addConnection,
    );
    /** @type {Table[]|null|undefined} */
    let shown;
    /** @type {Connection|undefined|null} */
    let told = null;
    /** What is sent. */
    let spoken = say;

    return {
        element,
        update(state) {
            element.hidden = !isEmpty(state);
            if (element.hidden) return;
            const connection = state.connections.find(({ id }) => id === state.connection);
            const words = currentModel(state)?.offline ? en : say;
            if (state.tables === shown && connection === told && words === spoken) return;
            [shown, told, spoken] = [state.tables, connection, words];
            about.textContent = introduction(connection);
            if (!connection) return questions.replaceChildren(add);
            const sent = suggest(shown ?? [], words);
            questions.replaceChildren(...suggest(shown ?? [], say).map((question, i) => card(question, sent[i])));
        },
    };

    /** @param {string} question @param {string} sent */
    function card(question, sent) {
        const below = sent !== question && h('span', { class: 'question-sent', lang: en.locale }, sent);
        return h('button', { type: 'button', class: 'question-card', onclick: () => commands.send(sent) }, question, below);
    }
}

/** @param {Connection|undefined} connection */
function introduction(connection) {
    if (!connection) return say.notConnected;
    const { name, status, error } = connection;
    if (status === 'unreachable') return say.notReachable(name, error ?? say.doesNotAnswer);
    return say.introduction(name);
}

/** @param {State} state */
function isEmpty({ conversation, opening, sending }) {
    return !opening && !sending.length && !conversation?.messages.length;
}

/** @param {Table[]} tables @param {typeof en} say in one of the languages @returns {string[]} */
function suggest(tables, say) {
    const names = tables.filter(({ kind }) => kind.toLowerCase().includes('table')).map(({ name }) => name);
    if (!names.length) return tables.length ? [say.whichTables] : [];
    const counted = names.includes('customers') ? 'customers' : names[0];
    const described = names.includes('orders') ? 'orders' : names[names.length - 1];
    const shown = names.find(name => name !== counted && name !== described) ?? counted;
    return [
        say.whichTables,
        say.howMany(asWords(counted)),
        say.describe(described),
        say.showFirst(asWords(shown)),
    ];
}

/** @param {string} table */
function asWords(table) {
    return table.replaceAll('_', ' ');
}
