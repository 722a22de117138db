// @ts-check

/** Hands a file to the browser's downloads. @param {Blob} content @param {string} name */
export function save(content, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    // The browser has the content by then, but not yet while the click is handled.
    setTimeout(() => URL.revokeObjectURL(link.href));
}
