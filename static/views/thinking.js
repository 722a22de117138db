// @ts-check
import { say } from '../language.js';
import { h } from '../lib/element.js';

/** What the model thought on the way, folded away. */
export function createThinking() {
    const words = document.createTextNode('');
    const element = h('details', { class: 'thinking' }, h('summary', {}, say.thinking), h('p', {}, words));

    return {
        element,
        /** @param {import('../types.js').Words} part */
        update({ text }) {
            if (text.startsWith(words.data)) words.appendData(text.slice(words.length));
            else words.data = text;
        },
    };
}
