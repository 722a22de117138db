// @ts-check
/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@]/;
const FIGURE = /^[+-]?\d*\.?\d+(?:e[+-]?\d+)?$/i;

/** Rows as tab-separated lines, to be pasted into a spreadsheet. @param {string[]} head @param {any[][]} rows */
export function asTabbed(head, rows) {
    return lines(head, rows, '\t', text => {
        const flat = text.replace(/[\t\r\n]+/g, ' ');
        return FORMULA.test(flat) && !FIGURE.test(flat) ? `'${flat}` : flat;
    });
}

/** Rows as a Markdown table. @param {string[]} head @param {any[][]} rows */
export function asMarkdown(head, rows) {
    const cell = (/** @type {string} */ text) => text.replace(/([\\|])/g, '\\$1').replace(/[\r\n]+/g, ' ');
    const [first, ...others] = lines(head, rows, ' | ', cell).split('\n');
    return [first, head.map(() => '---').join(' | '), ...others].map(line => `| ${line} |`).join('\n');
}

/** @param {string[]} head @param {any[][]} rows @param {string} between @param {(text: string) => string} cell */
function lines(head, rows, between, cell) {
    return [head, ...rows].map(row => row.map(value => cell(asText(value))).join(between)).join('\n');
}

/** A value as one reads it: nothing for NULL, the Base64 text of bytes. @param {any} value */
function asText(value) {
    if (value === null) return '';
    return typeof value === 'object' ? String(value.$bytes ?? '') : String(value);
}
