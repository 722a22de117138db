// @ts-check
const NUMBER = /^-?\d+(?:\.(\d+))?$/;
/** More decimals than this come from a computation; a column is not padded to them. */
const DECIMALS_MAX = 6;

/** How many decimals a column needs; 0 when not all of its values are plain numbers. @param {any[]} values */
export function decimalsOf(values) {
    let most = 0;
    for (const value of values) {
        if (value === null) continue;
        const [number, decimals = ''] = NUMBER.exec(String(value)) ?? [];
        if (number === undefined || decimals.length > DECIMALS_MAX) return 0;
        most = Math.max(most, decimals.length);
    }
    return most;
}

/** A number's text with zeros at its end up to so many decimals; never fewer than it has. @param {string} text @param {number} most */
export function withDecimals(text, most) {
    const [number, decimals = ''] = NUMBER.exec(text) ?? [];
    if (number === undefined || decimals.length >= most) return text;
    return `${decimals ? text : `${text}.`}${'0'.repeat(most - decimals.length)}`;
}
