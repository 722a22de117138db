// @ts-check

/** @typedef {{type: 'text'|'code', text: string} | {type: 'strong'|'em'|'del', spans: Span[]}} Span */

const DEPTH_MAX = 4;

/** The marks, tried in this order at each place; what one encloses is bounded, so that reading stays linear. */
const MARKS = new RegExp(
    [
        /(?<ticks>`+)(?<code>.{1,2000}?)(?<!`)\k<ticks>(?!`)/u,
        /\*\*(?=\S)(?<strong>.{1,2000}?\*?)(?<=[^\s\\])\*\*/u,
        /(?<![\p{L}\p{N}_])__(?=\S)(?<strong2>.{1,2000}?)(?<=[^\s\\])__(?![\p{L}\p{N}_])/u,
        /~~(?=\S)(?<del>.{1,2000}?)(?<=\S)~~/u,
        /(?<!\*)\*(?=[^\s*])(?<em>.{1,2000}?)(?<=[^\s*\\])\*(?!\*)/u,
        /(?<![\p{L}\p{N}_])_(?=[^\s_])(?<em2>.{1,2000}?)(?<=[^\s_\\])_(?![\p{L}\p{N}_])/u,
        /!?\[(?<label>[^\]\n]{1,500})\]\((?<target>[^()\s]{1,2000})\)/u,
        /\\(?<escaped>[!-\/:-@[-`{-~])/u,
    ]
        .map(({ source }) => source)
        .join('|'),
    'gsu',
);

/**
 * Takes a paragraph's text apart. Links and images become words, `label (address)`: nothing of an answer may make the
 * page fetch, or lead away from it. Pure; an unclosed mark is text.
 * @param {string} text
 * @returns {Span[]}
 */
export function spans(text, depth = 0) {
    /** @type {Span[]} */
    const found = [];
    let at = 0;
    for (const match of depth < DEPTH_MAX ? text.matchAll(MARKS) : []) {
        if (match.index > at) found.push({ type: 'text', text: text.slice(at, match.index) });
        found.push(marked(match.groups ?? {}, depth + 1));
        at = match.index + match[0].length;
    }
    if (at < text.length) found.push({ type: 'text', text: text.slice(at) });
    return found;
}

/** @param {Record<string, string>} groups @param {number} depth @returns {Span} */
function marked({ code, strong, strong2, del, em, em2, label, target, escaped }, depth) {
    if (code !== undefined) return { type: 'code', text: code.replace(/^ (.*\S.*) $/s, '$1') };
    if (strong ?? strong2) return { type: 'strong', spans: spans(strong ?? strong2, depth) };
    if (em ?? em2) return { type: 'em', spans: spans(em ?? em2, depth) };
    if (del) return { type: 'del', spans: spans(del, depth) };
    if (label) return { type: 'text', text: label === target ? label : `${label} (${target})` };
    return { type: 'text', text: escaped };
}

/** @param {Span} a @param {Span} b @returns {boolean} */
export function sameSpan(a, b) {
    if ('spans' in a) {
        return (
            'spans' in b &&
            a.type === b.type &&
            a.spans.length === b.spans.length &&
            a.spans.every((span, i) => sameSpan(span, b.spans[i]))
        );
    }
    return 'text' in b && a.type === b.type && a.text === b.text;
}
