// @ts-check

/** What English has a plural for; any other name stays as it is. */
const WORDS = /^[\p{Script=Latin}\d_ ]*\p{Script=Latin}[_ ]?$/u;

/**
 * How English speaks of the rows of a table: `InvoiceLine` are invoice lines, `tbl_category` categories.
 * @param {string} table
 * @returns {string}
 */
export function plural(table) {
    if (!WORDS.test(table)) return table;
    const words = table
        .replace(/^tbl[_ ]?/i, '')
        .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
        .replaceAll('_', ' ')
        .toLowerCase();
    if (/(s|people|children|staff|data|equipment|personnel)$/.test(words) && !/(ss|us|is)$/.test(words)) return words;
    if (/[^aeiou]y$/.test(words)) return `${words.slice(0, -1)}ies`;
    return /(s|x|ch|sh)$/.test(words) ? `${words}es` : `${words}s`;
}
