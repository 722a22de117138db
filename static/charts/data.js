// @ts-check
import { say } from '../language.js';
import { kindOf } from './columns.js';

/** @typedef {import('../types.js').Column} Column */
/** @typedef {import('./choose.js').Chart} Chart */
/** @typedef {{name: string, values: (number|null)[]}} Series */
/** `others`: the last place stands for all without one. @typedef {{labels: string[], series: Series[], others?: boolean}} Data */

const SLICES_MAX = 10;
const GROUPS_MAX = 6;

/**
 * What a chart draws: a label for each place on its axis, and the series over them. Pure.
 * @param {Chart} chart @param {Column[]} columns @param {any[][]} given @returns {Data}
 */
export function dataOf(chart, columns, given) {
    const rows = inTime(chart, columns, given);
    const labels = rows.map(row => label(row[chart.x]));
    if (chart.type === 'pie') return sliced(labels, numbers(rows, chart.y[0]), columns[chart.y[0]].name);
    const split = chart.type === 'scatter' ? -1 : splitting(chart, columns, rows, labels);
    if (split >= 0) return pivoted(labels, rows, split, chart.y[0]);
    return { labels, series: chart.y.map(i => ({ name: columns[i].name, values: numbers(rows, i) })) };
}

/** A line runs from left to right, however the query was sorted. @param {Chart} chart @param {Column[]} columns @param {any[][]} rows */
function inTime({ type, x }, columns, rows) {
    const values = rows.map(row => row[x]);
    if (type === 'pie' || type === 'scatter' || kindOf(columns[x], values) !== 'time') return rows;
    return rows.toSorted((a, b) => (typeof a[x] === 'number' ? a[x] - b[x] : label(a[x]) < label(b[x]) ? -1 : 1));
}

/** @param {any} value */
function label(value) {
    return value === null ? 'NULL' : String(value);
}

/** @param {any} value */
function number(value) {
    return value === null || Number.isNaN(Number(value)) ? null : Number(value);
}

/** @param {any[][]} rows @param {number} at */
function numbers(rows, at) {
    return rows.map(row => number(row[at]));
}

/**
 * The column by which rows with the same label are told apart ("month, category, revenue"); -1 when there is none.
 * @param {Chart} chart @param {Column[]} columns @param {any[][]} rows @param {string[]} labels
 */
function splitting({ x, y }, columns, rows, labels) {
    if (y.length !== 1 || new Set(labels).size === labels.length) return -1;
    return columns.findIndex((_, i) => {
        if (i === x || i === y[0] || rows.some(row => typeof row[i] === 'object')) return false;
        const groups = new Set(rows.map(row => row[i]));
        const pairs = new Set(rows.map((row, n) => JSON.stringify([labels[n], row[i]])));
        return groups.size > 1 && groups.size <= GROUPS_MAX && pairs.size === rows.length;
    });
}

/** @type {(labels: string[], rows: any[][], split: number, y: number) => Data} */
function pivoted(labels, rows, split, y) {
    const places = [...new Set(labels)];
    const names = [...new Set(rows.map(row => label(row[split])))];
    const series = names.map(name => ({ name, values: /** @type {(number|null)[]} */ (places.map(() => null)) }));
    rows.forEach((row, n) => {
        series[names.indexOf(label(row[split]))].values[places.indexOf(labels[n])] = number(row[y]);
    });
    return { labels: places, series };
}

/** The greatest slices, and the others as one. @type {(labels: string[], values: (number|null)[], name: string) => Data} */
function sliced(labels, values, name) {
    const slices = labels.map((text, i) => ({ text, value: values[i] ?? 0 })).filter(({ value }) => value > 0);
    slices.sort((a, b) => b.value - a.value);
    const shown = slices.length > SLICES_MAX ? slices.slice(0, SLICES_MAX - 1) : slices;
    const others = slices.slice(shown.length).reduce((sum, { value }) => sum + value, 0);
    if (others) shown.push({ text: say.others(slices.length - shown.length), value: others });
    const series = [{ name, values: shown.map(({ value }) => value) }];
    return { labels: shown.map(({ text }) => text), series, others: others > 0 };
}
