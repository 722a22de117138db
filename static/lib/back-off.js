// @ts-check
const FIRST_MS = 300;
const LONGEST_MS = 10_000;

/**
 * How long to wait before the nth attempt (from 0): it doubles up to a limit, and half of it is chance,
 * so that many pages do not come back in the same moment.
 * @param {number} attempt
 * @param {() => number} random from 0 to 1
 */
export function backOffMs(attempt, random = Math.random) {
    const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
    return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
