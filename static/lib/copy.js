// @ts-check

/** Puts text on the clipboard; resolves to whether it is there. @param {string} text */
export async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        // On plain http the clipboard is missing, except on localhost: the old way still works there.
        return copySelected(text);
    }
}

/** @param {string} text */
function copySelected(text) {
    const focused = /** @type {HTMLElement|null} */ (document.activeElement);
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'unseen';
    document.body.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    focused?.focus();
    return copied;
}
