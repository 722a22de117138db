// @ts-check
import { h } from '../element.js';
import { blocks } from './blocks.js';
import { element } from './elements.js';

/** @typedef {import('./blocks.js').Block} Block */

/** Words without any of these cannot change how a line that begins with a letter is read. */
const MARKUP = /[\n`*_~[\]()|\\]/;
const PLAIN_LINE = /(?:^|\n)\p{L}[^\n]*\S$/u;

/**
 * Markdown that grows at its end. A finished block is made once; only the last one is made anew, and if what came
 * is plain words they are appended to its text. `update` costs what is new, not what is there.
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
        const added = source.slice(text.length);
        text = source;
        if (!appended(added)) renew(blocks(source.slice(open)));
        settle(source);
    }

    function clear() {
        root.replaceChildren();
        [open, unfinished] = [0, []];
    }

    /** @param {string} added */
    function appended(added) {
        const last = unfinished[unfinished.length - 1];
        const words = last?.element.lastChild;
        if (last?.block.type !== 'paragraph' || !(words instanceof Text)) return false;
        if (MARKUP.test(added) || !PLAIN_LINE.test(last.block.raw)) return false;
        words.appendData(added);
        last.block.raw += added;
        return true;
    }

    /** @param {Block[]} found */
    function renew(found) {
        const same = found.findIndex((block, i) => block.raw !== unfinished[i]?.block.raw || block.type !== unfinished[i].block.type);
        const kept = same < 0 ? found.length : same;
        for (const { element } of unfinished.splice(kept)) element.remove();
        for (const block of found.slice(kept)) {
            unfinished.push({ block: { ...block, start: open + block.start }, element: element(block) });
            root.append(unfinished[unfinished.length - 1].element);
        }
    }

    /** Blocks before the last one that has a whole line cannot change any more. @param {string} source */
    function settle(source) {
        const lines = source.lastIndexOf('\n') + 1;
        const last = unfinished.findLastIndex(({ block }) => block.start < lines);
        if (last < 1) return;
        open = unfinished[last].block.start;
        unfinished = unfinished.slice(last);
    }

    return { element: root, update };
}
