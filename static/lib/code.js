// @ts-check
import { say } from '../language.js';
import { copy } from './copy.js';
import { h, setText } from './element.js';
import { tokens } from './sql-tokens.js';

const SAID_MS = 1500;

/** The text of code, with colours where it is SQL. @param {string} language @param {string} text */
export function createCode(language, text) {
    const element = h('code');
    growCode(element, language, text);
    return element;
}

/**
 * Adds to code. Of SQL only the last token is read again, which may have become another.
 * @param {Element} code @param {string} language @param {string} added
 */
export function growCode(code, language, added) {
    if (language.toLowerCase() !== 'sql') return code.append(added);
    const last = code.lastChild;
    last?.remove();
    code.append(
        ...tokens((last?.textContent ?? '') + added).map(({ type, text }) =>
            type === 'plain' ? text : h('span', { class: `code-${type}` }, text),
        ),
    );
}

/** A button that copies, and says so for a moment. @param {() => string} text @param {string} [name] */
export function createCopy(text, name = say.copy) {
    const button = h('button', { type: 'button', class: 'quiet', onclick: take }, name);

    async function take() {
        setText(button, (await copy(text())) ? say.copied : say.notCopied);
        setTimeout(() => setText(button, name), SAID_MS);
    }

    return button;
}
