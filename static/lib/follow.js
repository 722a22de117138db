// @ts-check

/**
 * Keeps a scrolling box at its end while it grows, until the reader scrolls up; at the end it takes hold again.
 * @param {HTMLElement} box
 * @param {(following: boolean) => void} changed
 */
export function createFollow(box, changed) {
    let following = true;
    let top = 0;

    /** @param {boolean} now */
    function set(now) {
        if (now !== following) changed((following = now));
    }

    box.addEventListener(
        'scroll',
        () => {
            if (box.scrollHeight - box.clientHeight - box.scrollTop < 4) set(true);
            else if (box.scrollTop < top) set(false);
            top = box.scrollTop;
        },
        { passive: true },
    );
    box.addEventListener('wheel', ({ deltaY }) => deltaY < 0 && box.scrollHeight > box.clientHeight && set(false), {
        passive: true,
    });

    function keep() {
        if (following) box.scrollTop = box.scrollHeight;
    }

    new ResizeObserver(keep).observe(box);

    return {
        keep,
        /** Stays where it is from now on. */
        letGo: () => set(false),
        /** Holds on to the end from now on. */
        hold: () => set(true),
        /** Goes to the end and holds on to it. */
        jump() {
            set(true);
            keep();
        },
        /**
         * Runs a change that may put something above `mark`, without moving what is in view.
         * @param {HTMLElement|null} mark @param {() => void} change
         */
        holding(mark, change) {
            const before = mark?.offsetTop ?? 0;
            change();
            if (mark?.isConnected && mark.offsetTop !== before) box.scrollTop = top = box.scrollTop + mark.offsetTop - before;
        },
    };
}
