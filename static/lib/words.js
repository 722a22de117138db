// @ts-check
const DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });
const DAY_OF_YEAR = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });
const NUMBER = new Intl.NumberFormat('en');

/** "now", "5 min", "3 h", "Mar 3": how long before `now` a timestamp was. @param {string} timestamp @param {number} now in ms */
export function ago(timestamp, now) {
    const then = new Date(timestamp);
    const minutes = Math.round((now - then.getTime()) / 60_000);
    if (minutes < 1) return 'now';
    if (minutes < 60) return `${minutes} min`;
    if (minutes < 60 * 24) return `${Math.round(minutes / 60)} h`;
    if (minutes < 60 * 24 * 7) return `${Math.round(minutes / 60 / 24)} d`;
    return (then.getFullYear() === new Date(now).getFullYear() ? DAY : DAY_OF_YEAR).format(then);
}

/** "18 ms", "1.4 s", "2 min 5 s". @param {number} ms */
export function duration(ms) {
    if (ms < 1) return 'under 1 ms';
    if (ms < 1000) return `${Math.round(ms)} ms`;
    if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
    return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/** "1 row", "1,204 rows". @param {number} n @param {string} one @param {string} many */
export function count(n, one, many = `${one}s`) {
    return `${NUMBER.format(n)} ${n === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and 3 more". @param {string[]} names @param {number} most */
export function listed(names, most = 3) {
    if (names.length <= 1) return names.join('');
    if (names.length <= most) return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
    return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
}
