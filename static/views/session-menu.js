// @ts-check
import { say } from '../language.js';
import { h } from '../lib/element.js';
import { downloads } from './downloads.js';

/** @typedef {import('../types.js').Session} Session */
/** @typedef {ReturnType<typeof createSessionMenu>} SessionMenu */

const GAP_PX = 4;

/**
 * What can be done with a session; one menu for the whole list, put beside the button that opened it.
 * @param {import('../commands.js').Commands} commands
 * @param {ReturnType<typeof import('../lib/confirm.js').createConfirm>} confirm
 */
export function createSessionMenu(commands, confirm) {
    const element = h('div', { class: 'menu', role: 'menu', popover: 'auto', 'aria-label': say.options, onkeydown: pressed });
    /** @type {HTMLElement|null} */
    let opener = null;
    /** Whose menu is open. */
    let session = '';

    element.addEventListener('beforetoggle', ({ newState }) => {
        opener?.setAttribute('aria-expanded', String(newState === 'open'));
        if (newState !== 'open') session = '';
    });

    /** @param {HTMLElement} button @param {Session} of @param {() => void} rename */
    function open(button, of, rename) {
        const { id, pinned, archived } = of;
        [opener, session] = [button, id];
        element.replaceChildren(
            item(say.rename, rename),
            item(pinned ? say.unpin : say.pin, () => commands.pin(id, !pinned)),
            item(archived ? say.unarchive : say.archive, () => commands.archive(id, !archived)),
            ...downloads(id).map(({ name, href }) => link(name, href)),
            item(say.delete, () => remove(of)),
        );
        element.showPopover();
        place(button.getBoundingClientRect());
        items()[0].focus();
    }

    /** @param {Session} session */
    function remove({ id, title }) {
        confirm.ask(say.deleteAsk(title), say.restorable, say.delete, () => commands.remove(id));
    }

    /** @param {string} name @param {() => void} act */
    function item(name, act) {
        return h(
            'button',
            {
                type: 'button',
                role: 'menuitem',
                tabindex: '-1',
                onclick: () => {
                    element.hidePopover();
                    act();
                },
            },
            name,
        );
    }

    /** @param {string} name @param {string} href */
    function link(name, href) {
        return h('a', { role: 'menuitem', tabindex: '-1', href, download: true, onclick: () => element.hidePopover() }, name);
    }

    /** Below the button, or above it where there is no room. @param {DOMRect} button */
    function place({ top, bottom, right }) {
        const { offsetHeight, offsetWidth } = element;
        const below = bottom + GAP_PX + offsetHeight < innerHeight;
        element.style.top = `${below ? bottom + GAP_PX : top - GAP_PX - offsetHeight}px`;
        element.style.left = `${Math.max(GAP_PX, right - offsetWidth)}px`;
    }

    /** @param {KeyboardEvent} event */
    function pressed(event) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (event.key === 'Tab') element.hidePopover();
        if (!step) return;
        event.preventDefault();
        const all = items();
        const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
        all[(at + step + all.length) % all.length].focus();
    }

    function items() {
        return /** @type {HTMLElement[]} */ ([...element.children]);
    }

    return {
        element,
        open,
        remove,
        /** The id of the session whose menu is open, or empty. */
        session: () => session,
    };
}
