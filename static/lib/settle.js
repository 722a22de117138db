// @ts-check

const RESIZED_MS = 150;
const SETTLED = 'settled';

/**
 * Lets the browser leave out what lies far from the view: the children of a list are measured once, and keep that height where they
 * are left out, so that nothing moves when they come. (`.settled` is `content-visibility: auto`.)
 * @param {HTMLElement} list
 * @param {string} which selects the children
 * @param {number} growing how many at the end still change, and are not measured
 * @param {(change: () => void) => void} holding runs a change so that what is in view stays where it is
 */
export function createSettle(list, which, growing, holding) {
    let width = 0;
    /** As it was when they were measured. */
    let [count, last] = [0, list.lastElementChild];
    /** @type {any} */
    let timer = 0;

    function settle() {
        if (list.childElementCount === count && list.lastElementChild === last) return;
        [count, last] = [list.childElementCount, list.lastElementChild];
        const children = /** @type {HTMLElement[]} */ ([...list.children].slice(0, -growing));
        const fresh = children.filter(element => element.matches(which) && !element.classList.contains(SETTLED));
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
        count = 0;
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
