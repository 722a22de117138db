// @ts-check

/** @typedef {import('./types.js').State} State */

const PLACE = /^#\/s\/([0-9a-zA-Z-]{1,64})$/;

/**
 * Keeps the address (`#/s/ID`) and the open session in step: back and forward open, opening writes the address.
 * @param {import('./commands.js').Commands} commands
 * @param {() => State} state
 */
export function createRouter(commands, state) {
    const addressed = () => PLACE.exec(location.hash)?.[1] ?? null;

    function follow() {
        if (addressed() !== opened(state())) commands.open(addressed());
    }

    /** @param {State} now @param {State} before */
    function write(now, before) {
        const session = opened(now);
        if (session === opened(before) || session === addressed()) return;
        if (session) history.pushState(null, '', `#/s/${session}`);
        else history.replaceState(null, '', location.pathname + location.search);
    }

    window.addEventListener('hashchange', follow);
    return { start: follow, write };
}

/** @param {State} state */
function opened({ opening, conversation }) {
    return opening ?? conversation?.session.id ?? null;
}
