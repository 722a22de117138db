// @ts-check

/** @typedef {Node|string|null|undefined|false} Child */

/**
 * Makes an element. Properties named `on…` are listeners, `true` and `false` set or leave out an attribute,
 * everything else is an attribute; strings among the children become text, never markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [properties]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
        if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
        else if (value === true) element.setAttribute(name, '');
        else if (value !== false && value != null) element.setAttribute(name, value);
    }
    element.append(.../** @type {(Node|string)[]} */ (children.filter(child => child || child === '')));
    return element;
}

/** Sets the text only if it differs, so that an unchanged one costs nothing. @param {Node} node @param {string} text */
export function setText(node, text) {
    if (node.textContent !== text) node.textContent = text;
}

const ICONS = {
    plus: 'M12 5v14M5 12h14',
    sidebar: 'M4 5h16v14H4zM10 5v14',
    dots: 'M6 12h.01M12 12h.01M18 12h.01',
    send: 'M12 19V5M6 11l6-6 6 6',
    stop: 'M7.5 7.5h9v9h-9z',
    down: 'M12 5v14M6 13l6 6 6-6',
    close: 'M6 6l12 12M18 6L6 18',
    pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
    tables: 'M4 5h16v14H4zM4 10h16M10 10v9',
    query: 'M5 7l5 5-5 5M12 17h7',
    database: 'M5 6c0-1.7 3.1-3 7-3s7 1.3 7 3-3.1 3-7 3-7-1.3-7-3zM5 6v12c0 1.7 3.1 3 7 3s7-1.3 7-3V6M5 12c0 1.7 3.1 3 7 3s7-1.3 7-3',
    chart: 'M4 20h16M7 20v-7M12 20V5M17 20V10',
    history: 'M4 12a8 8 0 1 0 2.5-5.8M4 5v4h4M12 8v4l3 2',
    branch: 'M7 5v14M7 13c6 0 10-1 10-6M4.5 5h5M14.5 7h5',
    model: 'M12 4l1.8 5.2L19 11l-5.2 1.8L12 18l-1.8-5.2L5 11l5.2-1.8z',
    warning: 'M12 4l9 16H3zM12 10v4M12 17h.01',
};

/** A line drawing that screen readers pass over. @param {keyof typeof ICONS} name */
export function icon(name) {
    const space = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(space, 'svg');
    for (const [key, value] of [
        ['viewBox', '0 0 24 24'],
        ['class', `icon icon-${name}`],
        ['aria-hidden', 'true'],
    ]) {
        svg.setAttribute(key, value);
    }
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', ICONS[name]);
    svg.append(path);
    return svg;
}
