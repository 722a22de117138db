// @ts-check
import { say } from '../language.js';
import { h, setText } from './element.js';

/** Asks before something is done that one may not have meant. One dialog for all such questions. */
export function createConfirm() {
    const words = h('p', { id: 'confirm-words' });
    const cancel = h('button', { type: 'button', class: 'plain', onclick: () => element.close() }, say.cancel);
    const go = h('button', { type: 'button', class: 'primary danger' });
    const element = h(
        'dialog',
        { class: 'dialog confirm', role: 'alertdialog', 'aria-labelledby': words.id },
        words,
        h('div', { class: 'actions' }, cancel, go),
    );

    return {
        element,
        /** @param {string} question @param {string} name of what is done @param {() => void} act */
        ask(question, name, act) {
            setText(words, question);
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
