// @ts-check
import { say } from '../language.js';
import { h, setText } from '../lib/element.js';

const BACK_MS = 2500;

/**
 * Says that the server is gone, and for a moment that it is back.
 * @returns {import('../types.js').View}
 */
export function createBanner() {
    const element = h('div', { class: 'banner', role: 'alert', hidden: true });
    let shown = '';

    return {
        element,
        update({ link, slow }) {
            if (link === shown) return;
            const back = shown === 'lost' && link === 'open';
            shown = link;
            element.hidden = link !== 'lost' && !back;
            element.classList.toggle('good', back);
            setText(element, back ? say.connectedAgain : slow ? say.tooSlow : say.serverGone);
            if (back) setTimeout(() => (element.hidden = shown === 'open'), BACK_MS);
        },
    };
}
