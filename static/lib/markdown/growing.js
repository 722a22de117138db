// @ts-check
import { h } from '../element.js';
import { blocks } from './blocks.js';
import { element, grow } from './elements.js';

/** @typedef {import('./blocks.js').Block} Block */

/**
 * Markdown that grows at its end. A finished block is made once; only the last one is read again, and its element is
 * added to where it can be, so what was read or selected before stays as it is.
 */
export function createMarkdown() {
    const root = h('div', { class: 'markdown' });
    let text = '';
    /** Where the blocks that may still change begin. */
    let open = 0;
    /** @type {{block: Block, element: HTMLElement}[]} */
    let unfinished = [];

    /** @param {string} source */
    function update(source) {
        if (source === text) return;
        if (!source.startsWith(text)) clear();
        text = source;
        renew(blocks(source.slice(open)).map(block => ({ ...block, start: open + block.start })));
        settle();
    }

    function clear() {
        root.replaceChildren();
        [open, unfinished] = [0, []];
    }

    /** @param {Block[]} found */
    function renew(found) {
        let at = unfinished.findIndex(({ block }, i) => block.raw !== found[i]?.raw || block.type !== found[i].type);
        if (at < 0) at = unfinished.length;
        const changing = unfinished[at];
        if (changing && found[at] && grow(changing.element, changing.block, found[at])) changing.block = found[at++];
        for (const { element } of unfinished.splice(at)) element.remove();
        const made = found.slice(at).map(block => ({ block, element: element(block) }));
        root.append(...made.map(({ element }) => element));
        unfinished.push(...made);
    }

    /** What stands before the block of the last whole line but one cannot be read otherwise by what is to come. */
    function settle() {
        const lastLine = text.lastIndexOf('\n', text.lastIndexOf('\n') - 1) + 1;
        const last = unfinished.findLastIndex(({ block }) => block.start < lastLine);
        if (last < 1) return;
        open = unfinished[last].block.start;
        unfinished = unfinished.slice(last);
    }

    return { element: root, update };
}
