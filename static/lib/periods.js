// @ts-check
import { locale, say } from '../language.js';

const DAY_MS = 24 * 60 * 60_000;
const MONTH = new Intl.DateTimeFormat(locale, { month: 'long' });
const MONTH_OF_YEAR = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' });

/**
 * In which stretch of time before `now` a timestamp lies: "Today" up to "March 2024".
 * @param {string} timestamp @param {number} now in ms
 */
export function period(timestamp, now) {
    const then = new Date(timestamp);
    const midnight = new Date(now).setHours(0, 0, 0, 0);
    // Rounded, as a day on which the clocks are set has 23 or 25 hours.
    const days = Math.round((midnight - new Date(then).setHours(0, 0, 0, 0)) / DAY_MS);
    if (days <= 0) return say.today;
    if (days === 1) return say.yesterday;
    if (days <= 7) return say.previous7;
    if (days <= 30) return say.previous30;
    return (then.getFullYear() === new Date(now).getFullYear() ? MONTH : MONTH_OF_YEAR).format(then);
}
