// @ts-check
import { say } from '../language.js';
import { inWords } from './errors.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Toast} Toast */
/** @typedef {import('../types.js').Event} Event */
/** @typedef {import('../types.js').Command} Command */

const TOASTS_MAX = 3;

/**
 * Adds and removes the short notices: errors, and what can be taken back.
 * @param {State} state
 * @param {State} before the state when the event came, with the conversation still open
 * @param {Event} event
 * @param {Command} [asked]
 * @returns {State}
 */
export function reduceToasts(state, before, event, asked) {
    switch (event.type) {
        case 'error':
            return shown(state, { tone: 'error', ...inWords(event) });
        case 'session.deleted': {
            const open = before.conversation?.session.id === event.session;
            const text = asked ? say.sessionDeleted : say.deletedElsewhere;
            return asked || open ? shown(state, { tone: 'plain', text, undoes: 'delete', session: event.session }) : state;
        }
        case 'session.restored':
            return closed(state, ({ undoes, session }) => undoes === 'delete' && session === event.session.id);
        case 'session.updated':
            return archived(state, event.session, asked);
        case 'page.toast.closed':
            return closed(state, ({ id }) => id === event.toast);
        default:
            return state;
    }
}

/** @type {(state: State, session: import('../types.js').Session, asked?: Command) => State} */
function archived(state, { id, archived }, asked) {
    if (!archived) return closed(state, ({ undoes, session }) => undoes === 'archive' && session === id);
    if (asked?.type !== 'session.archive') return state;
    return shown(state, { tone: 'plain', text: say.sessionArchived, undoes: 'archive', session: id });
}

/** @type {(state: State, toast: Omit<Toast, 'id'>) => State} */
function shown(state, toast) {
    const others = state.toasts.filter(({ text, tone }) => tone !== 'error' || text !== toast.text);
    const toasts = [...others, { ...toast, id: state.toastsShown }].slice(-TOASTS_MAX);
    return { ...state, toasts, toastsShown: state.toastsShown + 1 };
}

/** @type {(state: State, closes: (toast: Toast) => boolean) => State} */
function closed(state, closes) {
    return state.toasts.some(closes) ? { ...state, toasts: state.toasts.filter(toast => !closes(toast)) } : state;
}
