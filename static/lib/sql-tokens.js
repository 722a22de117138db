// @ts-check

/** @typedef {{type: 'keyword'|'string'|'number'|'comment'|'plain', text: string}} Token */

const WORDS = `all analyze and any array as asc between by case cast collate cross current desc describe distinct else end escape except
exists explain extract false fetch filter first following for from full group grouping having ilike in inner intersect interval into is
join last lateral left like limit natural not null nulls offset on only or order outer over partition pivot pragma preceding qualify range
recursive right row rows select set show similar some summarize table tablesample then ties to true unbounded union unnest using values
view when where window with within without`;
const KEYWORDS = new Set(WORDS.split(/\s+/));

/** What is open at its end goes to the end. Quoted names are plain: they are the user's. */
const TOKEN = new RegExp(
    [
        /(?<comment>--[^\n]*|\/\*[^]*?(?:\*\/|$))/,
        /(?<string>'(?:[^']|'')*(?:'|$))/,
        /(?<quoted>"(?:[^"]|"")*(?:"|$)|`[^`]*(?:`|$))/,
        /(?<number>\b\d[\w.]*)/,
        /(?<word>[\p{L}_][\p{L}\p{N}_$]*)/u,
    ]
        .map(({ source }) => source)
        .join('|'),
    'giu',
);

/**
 * SQL taken apart for colours; put together again it is the same text. Pure. All but the last token stay what they are when the text
 * goes on.
 * @param {string} sql @returns {Token[]}
 */
export function tokens(sql) {
    /** @type {Token[]} */
    const found = [];
    let at = 0;
    for (const match of sql.matchAll(TOKEN)) {
        const type = typeOf(match.groups ?? {});
        if (type === 'plain') continue;
        if (match.index > at) found.push({ type: 'plain', text: sql.slice(at, match.index) });
        found.push({ type, text: match[0] });
        at = match.index + match[0].length;
    }
    if (at < sql.length) found.push({ type: 'plain', text: sql.slice(at) });
    return found;
}

/** @param {Record<string, string|undefined>} groups @returns {Token['type']} */
function typeOf({ comment, string, number, word }) {
    if (comment) return 'comment';
    if (string) return 'string';
    if (number) return 'number';
    return word && KEYWORDS.has(word.toLowerCase()) ? 'keyword' : 'plain';
}
