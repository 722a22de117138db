// @ts-check

/** How many are shown at once: more than fit on a screen. */
const FIRST = 12;
/** How many a frame has time for: four frames for the rest of a hundred and a line among them. */
const EACH_FRAME = 23;

/**
 * Shows the end of a long list at once, and what stands before it in the frames after, so that no frame takes long.
 * @template T
 * @param {(item: T) => string} keyOf empty for what belongs to the item behind it
 * @param {(items: readonly T[], whole: boolean) => void} show is given the end of the list, each time more of it
 */
export function createUnroll(keyOf, show) {
    /** @type {readonly T[]} */
    let items = [];
    let from = 0;
    let frame = 0;

    function place() {
        if (from && !frame) frame = requestAnimationFrame(further);
        show(from ? items.slice(from) : items, from === 0);
    }

    function further() {
        frame = 0;
        from = Math.max(0, from - EACH_FRAME);
        place();
    }

    return {
        /** Whether all of it is there. */
        whole: () => from === 0,
        /** Shows all of it now, however long that takes. */
        finish() {
            if (!from) return;
            cancelAnimationFrame(frame);
            [from, frame] = [0, 0];
            place();
        },
        /** @param {readonly T[]} next what has become of it; another list is begun at its end */
        update(next) {
            const first = items.slice(from, from + 2).map(keyOf).find(Boolean);
            const at = first ? next.findIndex(item => keyOf(item) === first) : -1;
            items = next;
            if (at < 0) from = Math.max(0, next.length - FIRST);
            else from = at > 0 && !keyOf(next[at - 1]) ? at - 1 : at;
            place();
        },
    };
}
