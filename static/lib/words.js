// @ts-check
import { locale, say } from '../language.js';

const DAY = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const DAY_OF_YEAR = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const MOMENT = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const NUMBER = new Intl.NumberFormat(locale);
const TENTHS = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** "now", "5 min", "3 h", "Mar 3": how long before `now` a timestamp was. @param {string} timestamp @param {number} now in ms */
export function ago(timestamp, now) {
    const then = new Date(timestamp);
    const minutes = Math.round((now - then.getTime()) / 60_000);
    if (minutes < 1) return say.now;
    if (minutes < 60) return say.minutes(minutes);
    if (minutes < 60 * 24) return say.hours(Math.round(minutes / 60));
    if (minutes < 60 * 24 * 7) return say.days(Math.round(minutes / 60 / 24));
    return (then.getFullYear() === new Date(now).getFullYear() ? DAY : DAY_OF_YEAR).format(then);
}

/** "18 ms", "1.4 s", "2 min 5 s". @param {number} ms */
export function duration(ms) {
    if (ms < 1) return say.underOneMs;
    if (ms < 1000) return say.ms(Math.round(ms));
    if (ms < 60_000) return say.seconds(TENTHS.format(ms / 1000));
    return say.minutesSeconds(Math.floor(ms / 60_000), Math.round((ms % 60_000) / 1000));
}

/** "3 Mar 2026, 14:05". @param {string} timestamp */
export function moment(timestamp) {
    return MOMENT.format(new Date(timestamp));
}

/** "1,204". @param {number} n */
export function number(n) {
    return NUMBER.format(n);
}

/** "1 row", "1,204 rows". @param {number} n @param {import('../languages/en.js').Noun} noun */
export function count(n, noun) {
    return noun(n, NUMBER.format(n));
}

/** "a", "a and b", "a, b and 3 more". @param {string[]} names @param {number} most */
export function listed(names, most = 3) {
    if (names.length <= 1) return names.join('');
    if (names.length <= most) return say.and(names.slice(0, -1).join(say.comma), names[names.length - 1]);
    return say.and(names.slice(0, most - 1).join(say.comma), say.more(names.length - most + 1));
}
