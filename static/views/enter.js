// @ts-check
import { say } from '../language.js';
import { recall, remember } from '../lib/remember.js';

const REMEMBERED = 'tablechat.enter';

/**
 * Whether Enter alone sends, or breaks the line and sends only with Ctrl, as the person likes it. Remembered.
 * @param {() => void} onChange
 */
export function createEnter(onChange) {
    let breaks = recall(REMEMBERED) === 'breaks';

    return {
        /** @param {KeyboardEvent} event */
        sends({ key, shiftKey, ctrlKey, metaKey, isComposing }) {
            if (key !== 'Enter' || isComposing) return false;
            return breaks ? ctrlKey || metaKey : !shiftKey;
        },
        title: () => (breaks ? say.sendByControl : say.sendByEnter),
        note: () => (breaks ? say.enterBreaks : ''),
        toggle() {
            breaks = !breaks;
            remember(REMEMBERED, breaks ? 'breaks' : 'sends');
            onChange();
        },
    };
}
