// @ts-check

/** @typedef {import('../types.js').Column} Column */
/** What a column's values are good for. @typedef {'number'|'time'|'key'|'words'|'none'} Kind */

const NUMERIC = /^(?:u?(?:tiny|small|medium|big|huge)?int(?!erval)|num|dec|real|float|double|money|(?:big|small)?serial)/i;
const FIGURE = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const DATE = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}.*)?)?$/;
const TIME_NAME = /^(?:year|month|quarter|week|day|date|hour)s?$/i;
const KEY_NAME = /(?:^|_)(?:id|key|code|zip|postcode|number|no)$/i;
const CAMEL_KEY = /[a-z]I[dD]$/;

/** Whether a column holds numbers, by its type or by what is in it. @param {Column} column @param {any[]} values */
export function isNumeric({ type }, values) {
    return NUMERIC.test(type) || values.some(value => typeof value === 'number');
}

/** @param {Column} column @param {any[]} values @returns {Kind} */
export function kindOf(column, values) {
    const there = values.filter(value => value !== null);
    if (!there.length || there.some(value => typeof value === 'object')) return 'none';
    const numbers = isNumeric(column, there) && there.every(value => FIGURE.test(String(value)));
    if (TIME_NAME.test(column.name) && (numbers || there.every(value => DATE.test(String(value))))) return 'time';
    if (numbers) return KEY_NAME.test(column.name) || CAMEL_KEY.test(column.name) ? 'key' : 'number';
    return there.every(value => DATE.test(String(value))) ? 'time' : 'words';
}

/** The kinds of all columns. @param {Column[]} columns @param {any[][]} rows @returns {Kind[]} */
export function kindsOf(columns, rows) {
    return columns.map((column, i) =>
        kindOf(
            column,
            rows.map(row => row[i]),
        ),
    );
}
