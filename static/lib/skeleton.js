// @ts-check
import { h } from './element.js';

const LINES = 6;

/** Grey lines where something is still to come. @param {string} words what it is, for those who do not see them */
export function createSkeleton(words) {
    const lines = Array.from({ length: LINES }, () => h('div'));
    return h('div', { class: 'skeleton', hidden: true }, h('span', { class: 'unseen' }, words), ...lines);
}
