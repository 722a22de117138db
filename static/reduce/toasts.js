// @ts-check

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').Toast} Toast */
/** @typedef {import('../types.js').Event} Event */
/** @typedef {import('../types.js').Command} Command */

const TOASTS_MAX = 3;

/**
 * Adds and removes the short notices: errors, and deletions that can be taken back.
 * @param {State} state
 * @param {State} before the state when the event came, with the conversation still open
 * @param {Event} event
 * @param {Command} [asked]
 * @returns {State}
 */
export function reduceToasts(state, before, event, asked) {
    switch (event.type) {
        case 'error':
            return shown(state, { tone: 'error', text: event.message, hint: event.hint });
        case 'session.deleted': {
            const open = before.conversation?.session.id === event.session;
            const text = asked ? 'Session deleted.' : 'This session was deleted in another window.';
            return asked || open ? shown(state, { tone: 'plain', text, restores: event.session }) : state;
        }
        case 'session.restored':
            return closed(state, toast => toast.restores === event.session.id);
        case 'page.toast.closed':
            return closed(state, ({ id }) => id === event.toast);
        default:
            return state;
    }
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
