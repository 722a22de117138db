// @ts-check
// The libraries of others that the page uses, each loaded when it is first needed. The versions are those of pom.xml.

/** @type {Promise<any>|undefined} */
let chart;

/** Chart.js, which draws on a canvas. It is a script of the old kind, which leaves its name in the window. */
export function loadChart() {
    // @ts-expect-error The type checker does not find what the server serves.
    chart ??= import('./lib/chart.js/4.5.1/dist/chart.umd.min.js').then(
        () => /** @type {any} */ (globalThis).Chart,
        failed => {
            chart = undefined;
            throw failed;
        },
    );
    return chart;
}
