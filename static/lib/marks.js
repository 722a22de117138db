// @ts-check

/**
 * A text cut where its matches begin and end.
 * @param {string} text @param {[number, number][]} matches pairs of start and end, in UTF-16 units
 * @returns {{text: string, marked: boolean}[]}
 */
export function marked(text, matches) {
    const pieces = [];
    let at = 0;
    for (const [start, end] of [...matches].sort(([a], [b]) => a - b)) {
        if (start < at || end <= start || end > text.length) continue;
        if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
        pieces.push({ text: text.slice(start, end), marked: true });
        at = end;
    }
    if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
    return pieces;
}
