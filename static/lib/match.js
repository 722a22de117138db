// @ts-check

/**
 * How well a text fits what was typed: each word of it has to be there; words at the beginning count more. 0 when it does not fit.
 * @param {string} text @param {string} typed
 */
export function match(text, typed) {
    const low = text.toLowerCase();
    let score = 1;
    for (const word of typed.toLowerCase().split(/\s+/).filter(Boolean)) {
        const at = low.indexOf(word);
        if (at < 0) return 0;
        score += at === 0 ? 3 : /[\s_.-]/.test(low[at - 1]) ? 2 : 1;
    }
    return score;
}

/**
 * Those that fit best, the order kept among equals.
 * @template T
 * @param {T[]} items @param {(item: T) => string} textOf @param {string} typed @param {number} most
 * @returns {T[]}
 */
export function best(items, textOf, typed, most) {
    return items
        .map(item => ({ item, score: match(textOf(item), typed) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, most)
        .map(({ item }) => item);
}
