// @ts-check

/**
 * Runs `action` with the last arguments once no call came for `ms`.
 * @template {any[]} A
 * @param {number} ms
 * @param {(...given: A) => void} action
 */
export function debounce(ms, action) {
    /** @type {A|null} */
    let waiting = null;
    /** @type {any} */
    let timer;

    /** @param {A} given */
    function later(...given) {
        waiting = given;
        clearTimeout(timer);
        timer = setTimeout(later.now, ms);
    }

    later.cancel = () => {
        clearTimeout(timer);
        waiting = null;
    };

    later.now = () => {
        const given = waiting;
        later.cancel();
        if (given) action(...given);
    };

    return later;
}
