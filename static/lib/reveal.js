// @ts-check

const SHOWN_MS = 4000;
const MARKED = 'found';
/** @type {any} */
let timer = 0;

/**
 * Brings an element into view, marked for a while, and with it the words that were found in it. Where they are folded away it is
 * unfolded until they are there.
 * @param {HTMLElement} element @param {string[]} words
 */
export async function reveal(element, words) {
    for (const fold of element.querySelectorAll('details')) {
        if (places(element, words).length) break;
        fold.open = true;
        await new Promise(requestAnimationFrame); // what it holds is made when it opens
    }
    const found = places(element, words);
    mark(element, found);
    const target = found[0]?.startContainer.parentElement ?? element;
    target.scrollIntoView({ block: 'center' });
}

/** Marks no words any more. */
export function conceal() {
    if ('highlights' in CSS) CSS.highlights.delete(MARKED);
}

/** @param {HTMLElement} element @param {Range[]} found */
function mark(element, found) {
    document.querySelector('.revealed')?.classList.remove('revealed');
    element.classList.add('revealed');
    if ('highlights' in CSS) CSS.highlights.set(MARKED, new Highlight(...found));
    clearTimeout(timer);
    timer = setTimeout(() => element.classList.remove('revealed'), SHOWN_MS);
}

/** Where words stand in the text of an element that is on the screen. @param {HTMLElement} element @param {string[]} words */
function places(element, words) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    /** @type {Range[]} */
    const found = [];
    while (texts.nextNode()) {
        const node = /** @type {Text} */ (texts.currentNode);
        if (node.parentElement?.closest('footer') || !node.parentElement?.checkVisibility()) continue;
        for (const word of words) found.push(...rangesOf(node, word.toLowerCase()));
    }
    return found;
}

/** @param {Text} node @param {string} word in lower case */
function rangesOf(node, word) {
    const text = node.data.toLowerCase();
    const ranges = [];
    for (let at = text.indexOf(word); word && at >= 0 && at + word.length <= node.length; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        ranges.push(range);
    }
    return ranges;
}
