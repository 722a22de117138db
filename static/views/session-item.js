// @ts-check
import { say } from '../language.js';
import { h, icon, setText } from '../lib/element.js';
import { ago, moment } from '../lib/words.js';
import { createSigns } from './session-signs.js';

/** @typedef {import('../types.js').Session} Session */

const TITLE_CHARACTERS_MAX = 200;

/**
 * One session of the list: a link, a menu, and in its place a text field while it is renamed (double click or F2).
 * @param {Session} session
 * @param {import('../commands.js').Commands} commands
 * @param {import('./session-menu.js').SessionMenu} menu
 */
export function createSessionItem(session, commands, menu) {
    const { id } = session;
    const title = h('span', { class: 'session-title', id: `title-${id}` });
    const time = h('time', { class: 'session-time' });
    const link = h(
        'a',
        { class: 'session', href: `#/s/${id}`, draggable: 'false', ondblclick: rename, onkeydown: pressed },
        title,
        time,
    );
    const more = h(
        'button',
        {
            type: 'button',
            class: 'quiet icon-only session-more',
            'aria-label': say.options,
            'aria-haspopup': 'menu',
            'aria-describedby': title.id,
            onclick: () => menu.open(more, session, rename),
        },
        icon('dots'),
    );
    const signs = createSigns(title);
    const element = h('li', { class: 'session-row', 'data-session': id }, link, more);
    /** Made when it is first needed. @type {HTMLInputElement|undefined} */
    let field;

    function rename() {
        field ??= createField();
        field.value = session.title;
        place(true);
        field.focus();
        field.select();
    }

    function createField() {
        const made = h('input', {
            class: 'session-field',
            type: 'text',
            'aria-label': say.title,
            maxlength: TITLE_CHARACTERS_MAX,
            onkeydown: typed,
            onblur: () => leave(true),
        });
        element.append(made);
        return made;
    }

    /** @param {boolean} keeps */
    function leave(keeps) {
        if (!field || field.hidden) return;
        const focused = document.activeElement === field;
        place(false);
        if (focused) link.focus();
        const wanted = field.value.trim();
        if (keeps && wanted && wanted !== session.title) commands.rename(id, wanted);
    }

    /** @param {boolean} renaming */
    function place(renaming) {
        if (field) field.hidden = !renaming;
        link.hidden = more.hidden = renaming;
    }

    /** @param {KeyboardEvent} event */
    function pressed(event) {
        if (event.key === 'F2') {
            event.stopPropagation();
            rename();
        }
        if (event.key === 'Delete') menu.remove(session);
    }

    /** @param {KeyboardEvent} event */
    function typed(event) {
        if (event.key === 'Enter') leave(true);
        if (event.key === 'Escape') leave(false);
        event.stopPropagation();
    }

    return {
        element,
        rename,
        /** @param {{session: Session, open: boolean, unread: boolean, minute: number}} row */
        update(row) {
            session = row.session;
            setText(title, session.title);
            setText(time, ago(session.updatedAt, row.minute));
            time.dateTime = session.updatedAt;
            link.title = `${session.title}\n${moment(session.updatedAt)}`;
            signs.update(row);
            element.classList.toggle('unread', row.unread);
            if (row.open) link.setAttribute('aria-current', 'page');
            else link.removeAttribute('aria-current');
        },
    };
}
