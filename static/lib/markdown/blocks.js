// @ts-check
import { FENCE, readList } from './lists.js';

/** A piece of Markdown; `start` is where it begins in the source, `raw` its source.
 * @typedef {{type: 'paragraph'|'quote', text: string}
 *   | {type: 'heading', level: number, text: string}
 *   | {type: 'code', language: string, text: string}
 *   | {type: 'list', items: import('./lists.js').Item[]}
 *   | {type: 'table', head: string[], align: Align[], rows: string[][]}
 *   | {type: 'rule'}} Content */
/** @typedef {Content & {start: number, raw: string}} Block */
/** @typedef {'left'|'right'|'center'|''} Align */
/** @typedef {{block: Content, next: number}|null} Reading what was read, and the first line after it */

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/;
const RULE = /^ {0,3}([-*_])( *\1){2,}\s*$/;
const QUOTE = /^ {0,3}>\s?/;
const DELIMITERS = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

const READERS = [readCode, readHeading, readRule, readQuote, readList, readTable];

/**
 * Takes Markdown apart into blocks, the subset that models write. Pure; whatever is not understood is a paragraph.
 * @param {string} source
 * @returns {Block[]}
 */
export function blocks(source) {
    const lines = source.split('\n');
    const starts = offsets(lines);
    const found = [];
    for (let at = 0; at < lines.length;) {
        if (!lines[at].trim()) {
            at++;
            continue;
        }
        const { block, next } = read(lines, at);
        const raw = source.slice(starts[at], starts[next] ?? source.length);
        found.push({ ...block, start: starts[at], raw });
        at = next;
    }
    return found;
}

/** @param {string[]} lines */
function offsets(lines) {
    let offset = 0;
    return lines.map(line => (offset += line.length + 1) - line.length - 1);
}

/** @param {string[]} lines @param {number} at */
function read(lines, at) {
    for (const reader of READERS) {
        const reading = reader(lines, at);
        if (reading) return reading;
    }
    let next = at + 1;
    while (next < lines.length && lines[next].trim() && !READERS.some(reader => reader(lines, next))) next++;
    const text = lines
        .slice(at, next)
        .map(line => line.trim())
        .join('\n');
    return { block: /** @type {Content} */ ({ type: 'paragraph', text }), next };
}

/** Until the closing fence; without one, to the end. @type {(lines: string[], at: number) => Reading} */
function readCode(lines, at) {
    const [, fence, language] = FENCE.exec(lines[at]) ?? [];
    if (!fence) return null;
    const closes = lines.findIndex((line, i) => i > at && line.trim().startsWith(fence) && !line.trim().replaceAll(fence[0], ''));
    const end = closes < 0 ? lines.length : closes;
    const text = lines.slice(at + 1, end).join('\n');
    return { block: { type: 'code', language, text }, next: closes < 0 ? end : end + 1 };
}

/** @type {(lines: string[], at: number) => Reading} */
function readHeading(lines, at) {
    const [, marks, text] = HEADING.exec(lines[at]) ?? [];
    return marks ? { block: { type: 'heading', level: marks.length, text }, next: at + 1 } : null;
}

/** @type {(lines: string[], at: number) => Reading} */
function readRule(lines, at) {
    return RULE.test(lines[at]) ? { block: { type: 'rule' }, next: at + 1 } : null;
}

/** @type {(lines: string[], at: number) => Reading} */
function readQuote(lines, at) {
    let next = at;
    while (next < lines.length && QUOTE.test(lines[next])) next++;
    const text = lines
        .slice(at, next)
        .map(line => line.replace(QUOTE, ''))
        .join('\n');
    return next > at ? { block: { type: 'quote', text }, next } : null;
}

/** A line with pipes above a line of dashes. @type {(lines: string[], at: number) => Reading} */
function readTable(lines, at) {
    if (!lines[at].includes('|') || !DELIMITERS.test(lines[at + 1] ?? '') || !lines[at + 1].includes('-')) return null;
    const head = cells(lines[at]);
    const align = cells(lines[at + 1]).map(alignOf);
    if (align.length !== head.length) return null;
    let next = at + 2;
    while (next < lines.length && lines[next].includes('|')) next++;
    const rows = lines.slice(at + 2, next).map(line => head.map((_, i) => cells(line)[i] ?? ''));
    return { block: { type: 'table', head, align, rows }, next };
}

/** @param {string} line */
function cells(line) {
    return line
        .trim()
        .replace(/^\|/, '')
        .replace(/(?<!\\)\|$/, '')
        .split(/(?<!\\)\|/)
        .map(cell => cell.trim().replaceAll('\\|', '|'));
}

/** @param {string} dashes @returns {Align} */
function alignOf(dashes) {
    if (dashes.endsWith(':')) return dashes.startsWith(':') ? 'center' : 'right';
    return dashes.startsWith(':') ? 'left' : '';
}
