// @ts-check
import { say } from '../language.js';
import { h, setText } from './element.js';

/** Asks before something is done that one may not have meant. One dialog for all such questions. */
export function createConfirm() {
    const words = h('p', { id: 'confirm-words', class: 'confirm-words' });
    const note = h('p', { id: 'confirm-note', class: 'faint' });
    const cancel = h('button', { type: 'button', class: 'plain', onclick: () => element.close() }, say.cancel);
    const go = h('button', { type: 'button', class: 'primary danger' });
    const element = h(
        'dialog',
        { class: 'dialog confirm', role: 'alertdialog', 'aria-labelledby': words.id, 'aria-describedby': note.id },
        h('div', {}, words, note),
        h('div', { class: 'actions' }, cancel, go),
    );

    return {
        element,
        /**
         * @param {string} question @param {string} after what becomes of it
         * @param {string} name of what is done @param {() => void} act
         */
        ask(question, after, name, act) {
            setText(words, question);
            setText(note, after);
            setText(go, name);
            go.onclick = () => {
                element.close();
                act();
            };
            element.showModal();
            go.focus();
        },
    };
}
