// @ts-check

/** Hands a file to the browser's downloads. @param {Blob} content @param {string} name */
export function save(content, name) {
    const address = URL.createObjectURL(content);
    fetchFile(address, name);
    // The browser has the content by then, but not yet while the click is handled.
    setTimeout(() => URL.revokeObjectURL(address));
}

/** Hands what is at an address to the browser's downloads. @param {string} address @param {string} [name] else the server names it */
export function fetchFile(address, name = '') {
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
}
