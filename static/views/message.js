// @ts-check
import { say } from '../language.js';
import { h } from '../lib/element.js';
import { keyed } from '../lib/keyed.js';
import { createDrawing, drawn } from './drawing.js';
import { createFold, folded } from './fold.js';
import { createMessageFoot, written } from './message-foot.js';
import { createQuestionEdit } from './question-edit.js';
import { createAnswerText, createQuestionText } from './text.js';
import { createThinking } from './thinking.js';
import { createToolCall } from './tool-call.js';

/** @typedef {import('../types.js').Message} Message */
/** @typedef {import('../types.js').Part} Part */
/** @typedef {import('./drawing.js').Drawing} Drawing */
/** @typedef {{key: string, part: Part|Drawing|import('./fold.js').Fold}} Place */

/**
 * One question or answer: its parts in the order they came, and how it ended.
 * @param {Message} first
 * @param {import('../commands.js').Commands} commands
 */
export function createMessage(first, commands) {
    const user = first.role === 'user';
    const parts = h('div', { class: 'parts' });
    const working = h(
        'div',
        { class: 'working', hidden: true },
        h('span'),
        h('span'),
        h('span'),
        h('span', { class: 'unseen' }, say.working),
    );
    const foot = createMessageFoot(user, commands);
    const element = h(
        'article',
        { class: `message ${first.role}`, 'aria-label': user ? say.you : say.answer },
        parts,
        working,
        foot.element,
    );
    const show = keyed(
        parts,
        (/** @type {Place} */ { key }) => key,
        ({ part }) => createPart(part, user, commands),
    );
    /** @type {Place[]} */
    let places = [];
    /** @type {(Part|Drawing)[]} */
    let seen = [];
    let shown = first;
    /** @type {HTMLElement|undefined} */
    let form;

    return {
        element,
        /** @param {boolean} editing */
        edit(editing) {
            if (editing) form = createQuestionEdit(first.id, written(shown), commands);
            if (editing) parts.after(form);
            else form?.remove();
            if (editing) form?.querySelector('textarea')?.focus();
            parts.hidden = foot.element.hidden = editing;
        },
        /** @param {Message} message */
        update(message) {
            shown = message;
            const streaming = message.status === 'streaming';
            seen = drawn(message.parts, seen);
            places = seen.map((part, i) => (places[i]?.part === part ? places[i] : { key: `${i} ${part.type}`, part }));
            const reading = parts.querySelector(':scope > .call[open]:not(.fold)');
            show(message.status === 'complete' && !user && !reading ? folded(places) : places);
            element.classList.toggle('waiting', user && streaming);
            working.hidden = user || !streaming || isGrowing(message.parts);
            foot.update(message);
        },
    };
}

/** @param {Place['part']} part @param {boolean} user @param {import('../commands.js').Commands} commands */
function createPart(part, user, commands) {
    const view = viewOf(part, user, commands);
    return { element: view.element, update: (/** @type {Place} */ place) => view.update(/** @type {any} */ (place.part)) };
}

/** @param {Place['part']} part @param {boolean} user @param {import('../commands.js').Commands} commands */
function viewOf({ type }, user, commands) {
    switch (type) {
        case 'tool':
            return createToolCall(commands, user);
        case 'chart':
            return createDrawing(commands);
        case 'fold':
            return createFold(commands);
        case 'thinking':
            return createThinking();
        case 'text':
            return user ? createQuestionText() : createAnswerText();
    }
}

/** Whether the last part shows by itself that something is going on. @param {Part[]} parts */
function isGrowing(parts) {
    const last = parts[parts.length - 1];
    return last !== undefined && (last.type === 'tool' ? !last.call.status : last.type === 'text');
}
