// @ts-check

/** Something the page can be told to do by keys or by name.
 * @typedef {{name: string, keys?: string, act(): void}} Action */

const MAC = /Mac|iP(?:hone|ad)/.test(navigator.platform);
const NAMES = { Control: MAC ? '⌘' : 'Ctrl', Alt: MAC ? '⌥' : 'Alt', Shift: MAC ? '⇧' : 'Shift', ArrowUp: '↑', ArrowDown: '↓' };

/** Keys as they stand on the keyboard: "Ctrl+Shift+O". @param {string} keys */
export function inLetters(keys) {
    return keys
        .split('+')
        .map(key => NAMES[/** @type {keyof typeof NAMES} */ (key)] ?? key)
        .join('+');
}

/** The keys of an event: "Control+Shift+O". On a Mac the command key counts as Control. @param {KeyboardEvent} event */
export function keysOf({ key, ctrlKey, metaKey, altKey, shiftKey }) {
    const letter = key.length === 1 ? key.toUpperCase() : key;
    const shifted = shiftKey && (key.length > 1 || /[a-z]/i.test(key));
    return [(ctrlKey || metaKey) && 'Control', altKey && 'Alt', shifted && 'Shift', letter].filter(Boolean).join('+');
}

/**
 * Obeys the keys of the actions, wherever the focus is. A key alone is left to those who type.
 * @param {Action[]} actions
 */
export function listen(actions) {
    document.addEventListener('keydown', event => {
        if (event.defaultPrevented || event.isComposing) return;
        const keys = keysOf(event);
        if (keys === 'Escape' && document.querySelector(':popover-open')) return; // the browser closes it
        const action = actions.find(one => one.keys === keys);
        const alone = !keys.includes('+') && keys !== 'Escape';
        if (!action || (alone && isTyping(event.target)) || document.querySelector('dialog[open]')) return;
        event.preventDefault();
        action.act();
    });
}

/** @param {EventTarget|null} target */
function isTyping(target) {
    return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}
