// @ts-check

/** Its text may hold code in fences, whose lines are as they were.
 * @typedef {{depth: number, ordered: boolean, number: number, text: string}} Item */

/** A line that begins code, or ends it. */
export const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([\w+#.-]*)[^`]*$/;
const ITEM = /^(\s*)((?:[-*+]|(\d{1,9})[.)])\s+)(.*)$/;

/**
 * Items may be divided by an empty line; an indented line goes on with its item, and so does all up to the end of code that began
 * in it; other marks begin another list.
 * @type {(lines: string[], at: number) => {block: {type: 'list', items: Item[]}, next: number}|null}
 */
export function readList(lines, at) {
    if (!ITEM.test(lines[at])) return null;
    /** @type {Item[]} */
    const items = [];
    let [next, column, fence] = [at, 0, ''];
    for (let i = at; i < lines.length; i++) {
        const item = fence ? null : readItem(lines[i]);
        if (item && items.length && item.depth <= items[0].depth && item.ordered !== items[0].ordered) break;
        if (item) {
            items.push(item);
            column = columnOf(lines[i]);
        } else if (fence || /^\s+\S/.test(lines[i])) {
            const line = dedented(lines[i], column);
            const [, marks] = FENCE.exec(line) ?? [];
            items[items.length - 1].text += `\n${fence || marks ? line : line.trim()}`;
            if (marks && (!fence || line.trim().startsWith(fence))) fence = fence ? '' : marks;
        } else if (lines[i].trim() || !lines[i - 1].trim()) break;
        if (lines[i].trim()) next = i + 1;
    }
    return { block: { type: 'list', items }, next };
}

/** @param {string} line @returns {Item|null} */
function readItem(line) {
    const [, indent, , number, text] = ITEM.exec(line) ?? [];
    if (text === undefined) return null;
    return { depth: depthOf(indent), ordered: number !== undefined, number: Number(number ?? 0), text };
}

/** Where an item's text begins. @param {string} line */
function columnOf(line) {
    const [, indent, mark] = ITEM.exec(line) ?? [];
    return indent.length + mark.length;
}

/** A line without the blanks before its item's text, as far as it has them. @param {string} line @param {number} column */
function dedented(line, column) {
    return line.slice(Math.min(column, line.length - line.trimStart().length));
}

/** @param {string} indent */
function depthOf(indent) {
    return Math.min(5, Math.floor(indent.replaceAll('\t', '    ').length / 2));
}
