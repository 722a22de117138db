// @ts-check
import { say } from '../language.js';
import { h, icon } from '../lib/element.js';
import { signOf } from './courses.js';

/**
 * The small signs beside a session's title. Most sessions have none, so each is made when it is first to be shown.
 * @param {HTMLElement} title
 */
export function createSigns(title) {
    /** @type {Map<string, HTMLElement>} */
    const made = new Map();

    /** @param {string} name @param {boolean} shows @param {() => HTMLElement} create @param {'before'|'after'} side */
    function sign(name, shows, create, side) {
        if (shows && !made.has(name)) made.set(name, create());
        const element = made.get(name);
        if (!element || shows === element.isConnected) return;
        if (shows) title[side](element);
        else element.remove();
    }

    return {
        /** @param {{session: import('../types.js').Session, unread: boolean}} row */
        update({ session: { pinned, running, forkedBy }, unread }) {
            sign('fork', Boolean(forkedBy), () => drawn(signOf(forkedBy), say.forkedBy[forkedBy ?? 'fork']), 'before');
            sign('pin', pinned, () => drawn('pin', say.pinned), 'before');
            sign('running', running, () => dot('session-running', say.beingAnswered), 'after');
            sign('unread', unread && !running, () => dot('session-unread', say.notRead), 'after');
        },
    };
}

/** @param {Parameters<typeof icon>[0]} name @param {string} words */
function drawn(name, words) {
    return h('span', { class: 'session-sign', role: 'img', 'aria-label': words, title: words }, icon(name));
}

/** @param {string} kind @param {string} words */
function dot(kind, words) {
    return h('span', { class: kind, role: 'img', 'aria-label': words, title: words });
}
