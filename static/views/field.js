// @ts-check
import { h, setText } from '../lib/element.js';

/** @typedef {ReturnType<typeof createField>} Field */

/**
 * A labelled field of a form with a hint, and a place for what is wrong with it.
 * @param {string} name of the command's field
 * @param {string} label
 * @param {HTMLInputElement|HTMLSelectElement} control
 * @param {Node|string} [hint]
 */
export function createField(name, label, control, hint = '') {
    control.id = `field-${name}`;
    const wrong = h('p', { class: 'field-error', id: `${control.id}-error`, hidden: true });
    const about = h('p', { class: 'faint', id: `${control.id}-hint`, hidden: !hint }, hint);
    control.setAttribute('aria-describedby', `${about.id} ${wrong.id}`);
    control.addEventListener('input', () => tell(''));

    /** What is wrong, or nothing. @param {string} words */
    function tell(words) {
        setText(wrong, words);
        wrong.hidden = !words;
        if (words) control.setAttribute('aria-invalid', 'true');
        else control.removeAttribute('aria-invalid');
    }

    return {
        name,
        control,
        tell,
        element: h('div', { class: 'field' }, h('label', { for: control.id }, label), control, about, wrong),
    };
}
