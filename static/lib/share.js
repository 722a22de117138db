// @ts-check

/**
 * `next`, with every part of it that equals the same part of `before` replaced by that very object.
 * So what did not change keeps its identity, and views that compare by `===` leave it alone.
 * @template T
 * @param {any} before
 * @param {T} next
 * @returns {T}
 */
export function share(before, next) {
    if (before === next || !isContainer(before) || !isContainer(next)) return next;
    if (Array.isArray(before) !== Array.isArray(next)) return next;
    const keys = Object.keys(/** @type {object} */ (next));
    const shared = /** @type {any} */ (Array.isArray(next) ? [] : {});
    let same = keys.length === Object.keys(before).length;
    for (const key of keys) {
        shared[key] = share(before[key], /** @type {any} */ (next)[key]);
        same = same && key in before && shared[key] === before[key];
    }
    return same ? before : shared;
}

/** @param {any} value */
function isContainer(value) {
    return typeof value === 'object' && value !== null;
}
