// @ts-check
import { say } from '../language.js';
import { h, setText } from '../lib/element.js';
import { uuid } from '../lib/uuid.js';
import { duration } from '../lib/words.js';
import { createConnectionFields } from './connection-fields.js';
import { createGuard } from './guard.js';

/** @typedef {import('../types.js').Connection} Connection */
/** @typedef {import('../types.js').Event} Event */

/**
 * Adds a connection or changes one. It can be tried before.
 * @param {Connection|undefined} known the one to change
 * @param {import('../commands.js').Commands} commands
 * @param {() => void} leave
 */
export function createConnectionForm(known, commands, leave) {
    /** Sent twice it is one connection, so trying again after a lost answer is safe. */
    let id = known?.id ?? uuid();
    const fields = createConnectionFields(known);
    const wrong = h('p', { class: 'call-error', role: 'alert', hidden: true });
    const tested = h('div', { class: 'tested', role: 'status' });
    const test = h('button', { type: 'button', class: 'plain', onclick: probe }, say.test);
    const save = h('button', { type: 'submit', class: 'primary' }, say.save);
    const cancel = h('button', { type: 'button', class: 'plain', onclick: leave }, say.cancel);
    const element = h(
        'form',
        { class: 'connection-form', novalidate: true, onsubmit: submit },
        fields.element,
        tested,
        wrong,
        h('div', { class: 'actions' }, test, h('span', { class: 'space' }), cancel, save),
    );

    async function probe() {
        tested.replaceChildren(h('p', { class: 'faint' }, say.connecting));
        const reply = await busy(() => commands.testConnection({ connection: known?.id, ...fields.login() }));
        tested.replaceChildren();
        if (reply.type === 'error') return tell(reply);
        fields.tell({ message: '' });
        tested.replaceChildren(...outcome(reply));
        tested.scrollIntoView({ block: 'nearest' });
    }

    /** @param {SubmitEvent} event */
    async function submit(event) {
        event.preventDefault();
        if (!fields.complete()) return;
        const changes = fields.changes();
        const reply = await busy(() => (known ? commands.updateConnection(id, changes) : commands.addConnection(id, changes)));
        if (reply.type !== 'error') return leave();
        if (reply.code === 'conflict' && !known) id = uuid();
        tell(reply);
    }

    /** @param {() => Promise<Event>} act */
    async function busy(act) {
        wrong.hidden = true;
        test.disabled = save.disabled = true;
        const reply = await act();
        test.disabled = save.disabled = false;
        return reply;
    }

    /** @param {Event} error */
    function tell(error) {
        const { message, hint } = error;
        const shown = fields.tell({ field: error.field, message });
        setText(wrong, shown ? (hint ?? '') : [message, hint].filter(Boolean).join(' '));
        wrong.hidden = !wrong.textContent;
    }

    return element;
}

/** @param {Event} reply @returns {HTMLElement[]} */
function outcome({ ok, product, version, guard, durationMs, error }) {
    if (!ok) return [h('p', { class: 'call-error' }, error?.message ?? error ?? say.noAnswer)];
    const name = [product, version].filter(Boolean).join(' ');
    const head = h('p', {}, h('strong', {}, name || say.itAnswers), say.answeredIn(duration(durationMs)));
    return guard ? [head, createGuard(guard)] : [head];
}
