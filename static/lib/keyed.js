// @ts-check

/**
 * Keeps a parent's children in step with a list: one row per item, found again by key, moved only when the order
 * changed, and updated only when its item is another object than before.
 * @template T
 * @param {Element} parent holds nothing but these rows
 * @param {(item: T) => string} keyOf
 * @param {(item: T) => {element: Element, update(item: T): void, leave?(): void}} create
 * @returns {(items: readonly T[]) => void}
 */
export function keyed(parent, keyOf, create) {
    /** @type {Map<string, {row: ReturnType<typeof create>, item: T|undefined}>} */
    let rows = new Map();
    /** @type {readonly T[]} */
    let shown = [];
    return items => {
        if (items === shown) return;
        shown = items;
        const next = new Map();
        for (const item of items) {
            const key = keyOf(item);
            const kept = rows.get(key) ?? { row: create(item), item: undefined };
            if (kept.item !== item) kept.row.update(item);
            kept.item = item;
            next.set(key, kept);
        }
        if (![...rows.keys()].some(key => next.has(key))) parent.replaceChildren();
        for (const [key, { row }] of rows) if (!next.has(key)) remove(row);
        rows = next;
        arrange(
            parent,
            [...next.values()].map(({ row }) => row.element),
        );
    };
}

/** @param {{element: Element, leave?(): void}} row */
function remove(row) {
    row.leave?.();
    row.element.remove();
}

/** @param {Element} parent @param {Element[]} elements */
function arrange(parent, elements) {
    let place = parent.firstElementChild;
    for (const element of elements) {
        if (element === place) place = place.nextElementSibling;
        else parent.insertBefore(element, place);
    }
}
