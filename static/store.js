// @ts-check

/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Event} Event */
/** @typedef {import('./types.js').Command} Command */
/** @typedef {ReturnType<typeof createStore>} Store */

/**
 * Holds the state. Each event is applied at once and followers are told at once; views are told once per animation
 * frame, however many events came in it. (A hidden page has no frames: its state goes on, its views wait.)
 * @param {(state: State, event: Event, asked?: Command) => State} reduce
 * @param {State} initial
 */
export function createStore(reduce, initial) {
    let state = initial;
    let frame = 0;
    /** @type {((state: State) => void)[]} */
    const views = [];
    /** @type {((state: State, before: State) => void)[]} */
    const followers = [];

    function show() {
        frame = 0;
        for (const view of views) view(state);
    }

    return {
        state: () => state,

        /** @param {Event} event @param {Command} [asked] */
        dispatch(event, asked) {
            const before = state;
            state = reduce(state, event, asked);
            if (state === before) return;
            frame ||= requestAnimationFrame(show);
            for (const follower of followers) follower(state, before);
        },

        /** @param {(state: State) => void} view */
        show(view) {
            views.push(view);
            view(state);
        },

        /** @param {(state: State, before: State) => void} follower */
        follow(follower) {
            followers.push(follower);
        },
    };
}
