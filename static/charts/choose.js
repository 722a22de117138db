// @ts-check
import { kindsOf } from './columns.js';

/** @typedef {import('../types.js').Column} Column */
/** @typedef {'bar'|'line'|'area'|'pie'|'scatter'} ChartType */
/** What is drawn: places of columns. @typedef {{type: ChartType, x: number, y: number[], title?: string}} Chart */
/** As a model asks for it: names of columns. @typedef {{type?: string, x?: string, y?: string|string[], title?: string}} Wish */

/** @type {ChartType[]} */
export const TYPES = ['bar', 'line', 'area', 'pie', 'scatter'];
/** More series than this cannot be told apart. */
const SERIES_MAX = 8;
/** A column whose greatest value is so much smaller than another's would lie flat on the ground beside it. */
const SCALE_MAX = 20;

/**
 * The chart that shows these columns best; null when none does.
 * @param {Column[]} columns @param {any[][]} rows @returns {Chart|null}
 */
export function choose(columns, rows) {
    if (rows.length < 2) return null;
    const kinds = kindsOf(columns, rows);
    const numbers = places(kinds, 'number');
    if (!numbers.length) return null;
    const time = kinds.indexOf('time');
    if (time >= 0) return { type: 'line', x: time, y: alike(numbers, rows) };
    const words = kinds.indexOf('words');
    if (words >= 0) return { type: 'bar', x: words, y: alike(rankedFirst(numbers, rows), rows) };
    const key = kinds.indexOf('key');
    if (key >= 0) return { type: 'bar', x: key, y: alike(rankedFirst(numbers, rows), rows) };
    return numbers.length > 1 ? { type: 'scatter', x: numbers[0], y: [numbers[1]] } : null;
}

/**
 * The chart a model asked for; where it names no column that is there, the best one of its type.
 * @param {Wish} wish @param {Column[]} columns @param {any[][]} rows @returns {Chart|null}
 */
export function wished(wish, columns, rows) {
    const at = (/** @type {unknown} */ name) =>
        columns.findIndex(column => column.name.toLowerCase() === String(name).toLowerCase());
    const best = choose(columns, rows);
    const x = at(wish.x);
    const drawable = kindsOf(columns, rows).map(kind => kind === 'number' || kind === 'key');
    const y = [wish.y ?? []].flat().map(at).filter(i => drawable[i]);
    const type = TYPES.find(one => one === wish.type) ?? best?.type ?? 'bar';
    if (x < 0 || !y.length) return best && { ...best, type, title: wish.title };
    return { type, x, y: y.slice(0, SERIES_MAX), title: wish.title };
}

/** @param {import('./columns.js').Kind[]} kinds @param {string} wanted */
function places(kinds, wanted) {
    return kinds.flatMap((kind, i) => (kind === wanted ? [i] : []));
}

/** The column by which the rows are ranked comes first: it is what was asked for. @param {number[]} numbers @param {any[][]} rows */
function rankedFirst(numbers, rows) {
    const ranked = numbers.find(i => isFalling(rows.map(row => Number(row[i]))));
    return ranked === undefined ? numbers : [ranked, ...numbers.filter(i => i !== ranked)];
}

/** @param {number[]} values */
function isFalling(values) {
    return values[0] > values[values.length - 1] && values.every((value, i) => i === 0 || values[i - 1] >= value);
}

/** Those columns that can share an axis with the first of them. @param {number[]} numbers @param {any[][]} rows */
function alike(numbers, rows) {
    const most = numbers.map(i => Math.max(...rows.map(row => Math.abs(Number(row[i]) || 0))));
    return numbers.filter((_, n) => most[n] * SCALE_MAX >= most[0] && most[n] <= most[0] * SCALE_MAX).slice(0, SERIES_MAX);
}
