// @ts-check
const DAY_MS = 24 * 60 * 60_000;
const MONTH = new Intl.DateTimeFormat('en', { month: 'long' });
const MONTH_OF_YEAR = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' });

/**
 * In which stretch of time before `now` a timestamp lies: "Today" up to "March 2024".
 * @param {string} timestamp @param {number} now in ms
 */
export function period(timestamp, now) {
    const then = new Date(timestamp);
    const midnight = new Date(now).setHours(0, 0, 0, 0);
    // Rounded, as a day on which the clocks are set has 23 or 25 hours.
    const days = Math.round((midnight - new Date(then).setHours(0, 0, 0, 0)) / DAY_MS);
    if (days <= 0) return 'Today';
    if (days === 1) return 'Yesterday';
    if (days <= 7) return 'Previous 7 days';
    if (days <= 30) return 'Previous 30 days';
    return (then.getFullYear() === new Date(now).getFullYear() ? MONTH : MONTH_OF_YEAR).format(then);
}
