// @ts-check

const RESIZED_MS = 150;
const SETTLED = 'settled';

/**
 * Lets the browser leave out what lies far from the view: the children of a list are measured once, and keep that height where they
 * are left out, so that nothing moves when they come. (`.settled` is `content-visibility: auto`.)
 * @param {HTMLElement} list
 * @param {string} which selects the children, such as those that will hardly change
 * @param {(change: () => void) => void} holding runs a change so that what is in view stays where it is
 */
export function createSettle(list, which, holding) {
    const children = `:scope > ${which}:not(.${SETTLED})`;
    let width = 0;
    /** @type {any} */
    let timer = 0;

    function settle() {
        const fresh = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(children)]);
        if (!fresh.length) return;
        const { paddingTop, paddingBottom } = getComputedStyle(fresh[0]);
        const padding = parseFloat(paddingTop) + parseFloat(paddingBottom);
        const heights = fresh.map(element => element.getBoundingClientRect().height - padding);
        fresh.forEach((element, i) => {
            element.style.setProperty('contain-intrinsic-height', `auto ${heights[i]}px`);
            element.classList.add(SETTLED);
        });
    }

    /** At another width all have other heights. What the browser remembers of the old ones it forgets within a frame. */
    function again() {
        holding(() => {
            for (const element of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(`:scope > .${SETTLED}`))) {
                element.classList.remove(SETTLED);
                element.style.removeProperty('contain-intrinsic-height');
            }
        });
        requestAnimationFrame(() => requestAnimationFrame(settle));
    }

    new ResizeObserver(([{ contentRect }]) => {
        if (contentRect.width === width) return;
        clearTimeout(timer);
        if (width) timer = setTimeout(again, RESIZED_MS);
        width = contentRect.width;
    }).observe(list);

    return settle;
}
