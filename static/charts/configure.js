// @ts-check

/** @typedef {import('../types.js').Column} Column */
/** @typedef {import('./choose.js').Chart} Chart */
/** @typedef {import('./data.js').Data} Data */

const COLOURS = ['--chart-1', '--chart-2', '--chart-3', '--chart-4', '--chart-5', '--chart-6', '--chart-7', '--chart-8'];
/** The end of a colour of the form rgb(r, g, b). */
const TRANSLUCENT = ', 0.25)';
const LABEL_CHARACTERS_MAX = 24;

/**
 * What Chart.js is told, in the colours of the page.
 * @param {Chart} chart @param {Column[]} columns @param {Data} data
 * @param {(token: string) => string} token the colour of this name, as rgb(r, g, b)
 */
export function configure(chart, columns, data, token) {
    const colours = COLOURS.map(token);
    const [ink, line, ground, faint] = ['--ink-soft', '--line', '--ground', '--line-control'].map(token);
    const [round, scatter] = [chart.type === 'pie', chart.type === 'scatter'];
    return {
        type: chart.type === 'area' ? 'line' : chart.type,
        data: scatter ? points(data, colours) : { labels: data.labels, datasets: sets(chart, data, colours, [ground, faint]) },
        options: {
            animation: false,
            maintainAspectRatio: false,
            color: ink,
            interaction: { mode: round || scatter ? 'nearest' : 'index', intersect: round },
            plugins: { legend: { display: round || data.series.length > 1, position: round ? 'right' : 'top', labels: { color: ink } } },
            scales: round ? {} : axes(chart, columns, data, ink, line),
        },
        plugins: [{ id: 'ground', beforeDraw: (/** @type {any} */ drawing) => fill(drawing, ground) }],
    };
}

/** @param {Chart} chart @param {Data} data @param {string[]} colours @param {string[]} quiet */
function sets({ type }, { series, others }, colours, [ground, faint]) {
    return series.map(({ name, values }, i) => {
        const colour = colours[i % colours.length];
        if (type === 'pie') {
            const slices = values.map((_, n) => (others && n === values.length - 1 ? faint : colours[n % colours.length]));
            return { label: name, data: values, backgroundColor: slices, borderColor: ground, borderWidth: 2 };
        }
        return {
            label: name,
            data: values,
            borderColor: colour,
            backgroundColor: type === 'area' ? colour.replace(')', TRANSLUCENT) : colour,
            fill: type === 'area',
            borderWidth: type === 'bar' ? 0 : 2,
            borderRadius: 3,
            maxBarThickness: 56,
            pointRadius: values.length > 60 ? 0 : 2.5,
            tension: 0.2,
        };
    });
}

/** @param {Data} data @param {string[]} colours */
function points({ labels, series }, colours) {
    const datasets = series.map(({ name, values }, i) => ({
        label: name,
        data: values.map((y, n) => ({ x: Number(labels[n]), y })).filter(({ x, y }) => y !== null && !Number.isNaN(x)),
        backgroundColor: colours[i % colours.length],
    }));
    return { datasets };
}

/** @param {Chart} chart @param {Column[]} columns @param {Data} data @param {string} ink @param {string} line */
function axes({ type, x, y }, columns, { labels }, ink, line) {
    const title = (/** @type {string} */ text) => ({ display: true, text, color: ink });
    const shortened = (/** @type {number} */ place) => cut(labels[place] ?? '');
    return {
        x: {
            title: title(columns[x].name),
            ticks: type === 'scatter' ? { color: ink } : { color: ink, maxRotation: 45, callback: shortened },
            grid: { display: type === 'scatter', color: line },
            border: { color: line },
        },
        y: {
            title: y.length === 1 ? title(columns[y[0]].name) : undefined,
            beginAtZero: type !== 'scatter',
            ticks: { color: ink },
            grid: { color: line },
            border: { color: line },
        },
    };
}

/** @param {string} text */
function cut(text) {
    return text.length > LABEL_CHARACTERS_MAX ? `${text.slice(0, LABEL_CHARACTERS_MAX - 1)}…` : text;
}

/** A picture that is taken along has the page's ground under it. @param {any} drawing @param {string} ground */
function fill({ ctx, width, height }, ground) {
    ctx.save();
    ctx.globalCompositeOperation = 'destination-over';
    ctx.fillStyle = ground;
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
}
