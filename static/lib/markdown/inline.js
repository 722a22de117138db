// @ts-check

/** @typedef {{type: 'text'|'code', text: string} | {type: 'strong'|'em'|'del', spans: Span[]}} Span */

const DEPTH_MAX = 4;

/** In the order they are tried at one place; what stands first in the text wins. */
const MARKS = /(?<ticks>`+)(?<code>.+?)(?<!`)\k<ticks>(?!`)|\*\*(?=\S)(?<strong>.+?\*?)(?<=\S)\*\*|(?<![\p{L}\p{N}_])__(?=\S)(?<strong2>.+?)(?<=\S)__(?![\p{L}\p{N}_])|~~(?=\S)(?<del>.+?)(?<=\S)~~|(?<!\*)\*(?=[^\s*])(?<em>.+?)(?<=[^\s*])\*(?!\*)|(?<![\p{L}\p{N}_])_(?=[^\s_])(?<em2>.+?)(?<=[^\s_])_(?![\p{L}\p{N}_])|!?\[(?<label>[^\]\n]+)\]\((?<target>[^()\s]+)\)|\\(?<escaped>[\\`*_~[\]#|])/su;

/**
 * Takes a paragraph's text apart. Links and images become words, `label (address)`: nothing of an answer may make the
 * page fetch, or lead away from it. Pure; an unclosed mark is text.
 * @param {string} text
 * @returns {Span[]}
 */
export function spans(text, depth = 0) {
    /** @type {Span[]} */
    const found = [];
    for (let rest = text; rest; ) {
        const match = depth < DEPTH_MAX ? MARKS.exec(rest) : null;
        if (!match) {
            found.push({ type: 'text', text: rest });
            break;
        }
        if (match.index > 0) found.push({ type: 'text', text: rest.slice(0, match.index) });
        found.push(marked(match.groups ?? {}, depth + 1));
        rest = rest.slice(match.index + match[0].length);
    }
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
