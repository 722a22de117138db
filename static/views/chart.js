// @ts-check
import { TYPES } from '../charts/choose.js';
import { configure } from '../charts/configure.js';
import { dataOf } from '../charts/data.js';
import { say } from '../language.js';
import { loadChart } from '../lib.js';
import { h, icon, setText } from '../lib/element.js';
import { save } from '../lib/save.js';

/** @typedef {import('../types.js').Result} Result */
/** @typedef {import('../charts/choose.js').Chart} Chart */

const DARK = matchMedia('(prefers-color-scheme: dark)');

/** Those on the screen, with what draws each again. @type {Map<HTMLCanvasElement, {destroy(): void, again(): void}>} */
const drawn = new Map();

DARK.addEventListener('change', redraw);
document.addEventListener('themechange', redraw);

function redraw() {
    forget();
    for (const { again } of drawn.values()) again();
}

/** A canvas that left the page is not drawn on any more, nor kept. */
function forget() {
    for (const [canvas, { destroy }] of drawn) {
        if (canvas.isConnected) continue;
        destroy();
        drawn.delete(canvas);
    }
}

/**
 * A result drawn. Nothing is loaded before `draw`.
 * @param {Result} result
 * @param {Chart} first
 * @param {import('../commands.js').Commands} commands
 */
export function createChart({ id, columns, rows, rowCount }, first, commands) {
    const canvas = h('canvas', { role: 'img' });
    const trouble = h('p', { class: 'call-error', hidden: true });
    const options = TYPES.map(type => h('option', { value: type }, say.chartKinds[type]));
    const type = h('select', { class: 'chart-type', 'aria-label': say.kindOfChart, onchange: change }, ...options);
    const png = h(
        'button',
        { type: 'button', class: 'quiet', onclick: () => canvas.toBlob(blob => blob && save(blob, `${title()}.png`)) },
        'PNG',
    );
    const caption = h('figcaption', {}, first.title ?? '');
    const element = h(
        'figure',
        { class: 'chart' },
        h('div', { class: 'chart-head' }, icon('chart'), caption, type, png),
        h('div', { class: 'chart-box' }, canvas),
        trouble,
    );
    let chart = first;
    let all = rows.length === rowCount ? rows : null;
    type.value = first.type;

    function change() {
        chart = { ...chart, type: /** @type {Chart['type']} */ (type.value) };
        draw();
    }

    function title() {
        return chart.title ?? say.chartBy(chart.y.map(i => columns[i].name).join(say.comma), columns[chart.x].name);
    }

    /** Computed, as the token itself says what it is in the light and in the dark. @param {string} token */
    function colour(token) {
        canvas.style.color = `var(${token})`;
        return getComputedStyle(canvas).color;
    }

    async function draw() {
        try {
            all ??= (await commands.allRows(id))?.rows ?? rows;
            const Chart = await loadChart();
            forget();
            drawn.get(canvas)?.destroy();
            setText(caption, title());
            canvas.setAttribute('aria-label', say.chartLabel(say.chartKinds[chart.type], title()));
            const made = new Chart(canvas, configure(chart, columns, dataOf(chart, columns, all ?? rows), colour));
            drawn.set(canvas, { destroy: () => made.destroy(), again: draw });
            trouble.hidden = true;
        } catch {
            setText(trouble, say.chartTrouble);
            trouble.hidden = false;
        }
    }

    return { element, draw };
}
