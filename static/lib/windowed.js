// @ts-check

/** How many rows come and go at once. */
const STEP = 10;

/**
 * Which rows to show: those in view, and some on both sides of it.
 * @param {readonly number[]} tops where each row begins, and where the last one ends
 * @param {number} top @param {number} bottom of the view
 * @returns {[number, number]} from, and up to but without
 */
export function near(tops, top, bottom) {
    const rows = tops.length - 1;
    const from = Math.floor(rowAt(tops, top) / STEP) * STEP - STEP;
    const to = Math.ceil((rowAt(tops, bottom) + 1) / STEP) * STEP + STEP;
    return [Math.max(0, from), Math.min(rows, to)];
}

/**
 * Which rows to show: those of a range, those that are kept, and the headings of all these. A screen reader's cursor goes from one to the
 * next without scrolling, so that none may seem to stand under another's heading.
 * @template T
 * @param {readonly T[]} rows
 * @param {number[]} range from, and up to but without
 * @param {(row: T) => boolean} isKept
 * @param {(row: T) => boolean} isHeading
 * @returns {number[]} ascending
 */
export function picked(rows, [from, to], isKept, isHeading) {
    /** @type {number[]} */
    const at = [];
    let [heading, last] = [-1, -1];
    for (const [i, row] of rows.entries()) {
        if (isHeading(row)) heading = i;
        if ((i < from || i >= to) && !isKept(row)) continue;
        if (last < heading && heading < i) at.push(heading);
        at.push((last = i));
    }
    return at;
}

/** The last row that begins above a place. @param {readonly number[]} tops @param {number} y */
function rowAt(tops, y) {
    let [low, high] = [0, tops.length - 1];
    while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (tops[middle] <= y) low = middle;
        else high = middle;
    }
    return low;
}

/**
 * Shows those of many rows that are near the view, with room for the others.
 * @template T
 * @param {HTMLElement} box scrolls
 * @param {HTMLElement} list holds the rows
 * @param {(row: T) => number} heightOf in rem
 * @param {(at: number[]) => void} show puts just these rows into the list
 * @param {(row: T) => boolean} isHeading
 * @param {() => (row: T) => boolean} kept tells rows that are to be there wherever they are
 */
export function createWindowed(box, list, heightOf, show, isHeading, kept) {
    /** @type {readonly T[]} */
    let rows = [];
    let tops = [0];
    let shown = [-1, -1];

    function place() {
        const [from, to] = inView();
        if (from !== shown[0] || to !== shown[1]) put((shown = [from, to]));
    }

    function inView() {
        const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
        return near(tops, box.scrollTop / rem, (box.scrollTop + box.clientHeight) / rem);
    }

    /** @param {number[]} range */
    function put(range) {
        const at = picked(rows, range, kept(), isHeading);
        show(at);
        let end = 0;
        for (const [n, i] of at.entries()) {
            room(/** @type {HTMLElement} */ (list.children[n]), 'marginTop', tops[i] - end);
            end = tops[i + 1];
        }
        room(list, 'paddingBottom', tops[rows.length] - end);
    }

    box.addEventListener('scroll', place, { passive: true });
    const sizes = new ResizeObserver(place);
    sizes.observe(box);
    sizes.observe(list);

    return {
        /** @param {readonly T[]} next */
        update(next) {
            if (next !== rows) {
                let end = 0;
                tops = [0, ...next.map(row => (end += heightOf(row)))];
            }
            rows = next;
            put((shown = inView()));
        },
    };
}

/** @param {HTMLElement} element @param {'marginTop'|'paddingBottom'} side @param {number} rem */
function room(element, side, rem) {
    const wanted = rem > 0.001 ? `${rem}rem` : '';
    if (element.style[side] !== wanted) element.style[side] = wanted;
}
