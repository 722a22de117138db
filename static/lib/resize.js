// @ts-check
import { h } from './element.js';
import { recall, remember } from './remember.js';

const STEP_PX = 16;

/**
 * The edge of a box, by which it is made wider or narrower: with the pointer, or with the arrow keys. The width is remembered.
 * @param {HTMLElement} box
 * @param {{name: string, label: string, min: number, max: number, usual: number, side?: 'left'|'right'}} options widths in pixels;
 *   `side` is where the edge is
 */
export function createEdge(box, { name, label, min, max, usual, side = 'right' }) {
    const edge = h('div', {
        class: `edge ${side}`,
        role: 'separator',
        tabindex: '0',
        'aria-orientation': 'vertical',
        'aria-label': label,
        'aria-valuemin': min,
        'aria-valuemax': max,
        onpointerdown: hold,
        onkeydown: pressed,
        ondblclick: () => set(usual),
    });
    let width = usual;
    set(Number(recall(name)) || usual);

    /** @param {number} wanted */
    function set(wanted) {
        width = Math.round(Math.min(max, Math.max(min, wanted)));
        box.style.setProperty('--width', `${width}px`);
        edge.setAttribute('aria-valuenow', String(width));
        if (width !== usual || recall(name)) remember(name, String(width));
    }

    /** @param {PointerEvent} event */
    function hold({ pointerId, clientX: from }) {
        const before = width;
        edge.setPointerCapture(pointerId);
        edge.onpointermove = ({ clientX }) => set(before + (side === 'right' ? clientX - from : from - clientX));
        edge.onpointerup = edge.onpointercancel = () => (edge.onpointermove = null);
    }

    /** @param {KeyboardEvent} event */
    function pressed(event) {
        const step = { ArrowLeft: -STEP_PX, ArrowRight: STEP_PX }[event.key];
        if (!step) return;
        event.preventDefault();
        set(width + (side === 'right' ? step : -step));
    }

    return edge;
}
