// @ts-check

/** @typedef {{type: 'words', text: string} | {type: 'table', head: string[], rows: string[][]}} Piece */

/**
 * Takes a tool's output apart: lines in a row that hold tabs are a table whose first line names the columns, all else is
 * words. Columns without a value are left out. Pure.
 * @param {string} output
 * @returns {Piece[]}
 */
export function pieces(output) {
    /** @type {Piece[]} */
    const found = [];
    const lines = output.split('\n');
    for (let at = 0; at < lines.length;) {
        const tabbed = lines[at].includes('\t');
        let next = at + 1;
        while (next < lines.length && lines[next].trim() && lines[next].includes('\t') === tabbed) next++;
        const run = lines.slice(at, next);
        if (tabbed) found.push(table(run));
        else if (run.join('').trim()) found.push({ type: 'words', text: run.join('\n').trim() });
        at = next;
    }
    return found;
}

/** @param {string[]} lines @returns {Piece} */
function table(lines) {
    const [head, ...rows] = lines.map(line => line.split('\t'));
    const kept = head.map((_, i) => !rows.length || rows.some(row => row[i]));
    const keep = (/** @type {string[]} */ row) => head.map((_, i) => row[i] ?? '').filter((_, i) => kept[i]);
    return { type: 'table', head: keep(head), rows: rows.map(keep) };
}
