// @ts-check
import { createCode, createCopy, growCode } from '../code.js';
import { h } from '../element.js';
import { blocks } from './blocks.js';
import { sameSpan, spans } from './inline.js';
import { FENCE } from './lists.js';

/** @typedef {import('./blocks.js').Block} Block */
/** @typedef {import('./lists.js').Item} Item */
/** @typedef {import('./blocks.js').Align} Align */
/** @typedef {import('./inline.js').Span} Span */

const FIGURE = /^(?:[-+]?[\d.,]*\d ?%?)?$/;
/** What reads as one figure or date, and is never broken. */
const UNBROKEN = /^[-+\d.,:%€$£ ]+$/;

/** The element of a block. Text only ever becomes text nodes. @param {Block} block @returns {HTMLElement} */
export function element(block) {
    switch (block.type) {
        case 'paragraph':
            return paragraph(block.text);
        case 'quote':
            return h('blockquote', {}, ...inline(block.text));
        case 'heading':
            return h(block.level < 3 ? 'h3' : 'h4', {}, ...inline(block.text));
        case 'code':
            return code(block.language, block.text);
        case 'list':
            return list(block.items);
        case 'table':
            return table(block.head, block.align, block.rows);
        case 'rule':
            return h('hr');
    }
}

/** Which spans a paragraph was made of. @type {WeakMap<Element, Span[]>} */
const MADE_OF = new WeakMap();

/**
 * Lets the element of a block become that of a longer one, keeping all nodes that stay; false if it must be made anew.
 * @param {HTMLElement} element @param {Block} before @param {Block} after
 */
export function grow(element, before, after) {
    if (before.type === 'paragraph' && after.type === 'paragraph') return growParagraph(element, spans(after.text));
    if (before.type !== 'code' || after.type !== 'code') return false;
    if (before.language !== after.language || !after.text.startsWith(before.text)) return false;
    growCode(element.getElementsByTagName('code')[0], before.language, after.text.slice(before.text.length));
    return true;
}

/** @param {HTMLElement} element @param {Span[]} now */
function growParagraph(element, now) {
    const before = MADE_OF.get(element) ?? [];
    MADE_OF.set(element, now);
    let kept = 0;
    while (kept < before.length && now[kept] && sameSpan(before[kept], now[kept])) kept++;
    const [was, is, last] = [before[kept], now[kept], element.childNodes[kept]];
    if (last instanceof Text && was.type === 'text' && is?.type === 'text' && is.text.startsWith(was.text)) {
        last.appendData(is.text.slice(was.text.length));
        kept++;
    }
    while (element.childNodes.length > kept) element.lastChild?.remove();
    element.append(...now.slice(kept).map(node));
    return true;
}

/** @param {string} text */
function paragraph(text) {
    const made = spans(text);
    const element = h('p', {}, ...made.map(node));
    MADE_OF.set(element, made);
    return element;
}

/** @param {string} language @param {string} text */
function code(language, text) {
    const words = createCode(language, text);
    const box = h('pre', { tabindex: '0', 'data-language': language || null }, words);
    return h('div', { class: 'sql-frame' }, box, h('div', { class: 'sql-ways' }, createCopy(() => words.textContent)));
}

/** @param {string} text @returns {Node[]} */
function inline(text) {
    return spans(text).map(node);
}

/** @param {Span} span @returns {Node} */
function node(span) {
    switch (span.type) {
        case 'text':
            return document.createTextNode(span.text);
        case 'code':
            return h('code', {}, span.text);
        default:
            return h(span.type, {}, ...span.spans.map(node));
    }
}

/** An item is a line or a few, unless it holds code. @param {string} text @returns {Node[]} */
function content(text) {
    return text.split('\n').some(line => FENCE.test(line)) ? blocks(text).map(element) : inline(text);
}

/** Deeper items become a list inside the item before them. @param {Item[]} items @returns {HTMLElement} */
function list(items) {
    const [first] = items;
    const outer = first.ordered ? h('ol', { start: first.number === 1 ? null : first.number }) : h('ul');
    for (let at = 0; at < items.length;) {
        let next = at + 1;
        while (next < items.length && items[next].depth > first.depth) next++;
        const inner = items.slice(at + 1, next);
        outer.append(h('li', {}, ...content(items[at].text), inner.length > 0 && list(inner)));
        at = next;
    }
    return outer;
}

/** @param {string[]} head @param {Align[]} align @param {string[][]} rows */
function table(head, align, rows) {
    const places = head.map((_, i) => align[i] || (rows.every(row => FIGURE.test(row[i])) ? 'right' : null));
    const placed = (/** @type {number} */ i, /** @type {string} */ cell) =>
        UNBROKEN.test(cell) ? `${places[i] ?? ''} figure`.trim() : places[i];
    return h(
        'div',
        { class: 'table-scroll', tabindex: '0' },
        h(
            'table',
            {},
            h('thead', {}, h('tr', {}, ...head.map((cell, i) => h('th', { scope: 'col', class: places[i] }, ...inline(cell))))),
            h('tbody', {}, ...rows.map(row => h('tr', {}, ...row.map((cell, i) => h('td', { class: placed(i, cell) }, ...inline(cell)))))),
        ),
    );
}
