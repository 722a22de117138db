// @ts-check

/** What this browser remembered under a name; null when nothing, or when it may not remember. @param {string} name */
export function recall(name) {
    try {
        return localStorage.getItem(name);
    } catch {
        return null;
    }
}

/** @param {string} name @param {string} value */
export function remember(name, value) {
    try {
        localStorage.setItem(name, value);
    } catch {
        // A browser told to keep nothing: the page works, and forgets.
    }
}
