// @ts-check
import { say } from '../language.js';
import { h, setText } from '../lib/element.js';
import { duration } from '../lib/words.js';
import { inWords } from '../reduce/errors.js';
import { createResult } from './result.js';
import { createSql } from './sql.js';

/** @typedef {import('../types.js').Event} Event */

const TICK_MS = 100;

/**
 * A query that can be changed and run again in place. What comes of it takes the place of `outcome`, and is kept in the session as
 * the user's own.
 * @param {string} sql
 * @param {HTMLElement} outcome
 * @param {import('../commands.js').Commands} commands
 */
export function createOwnSql(sql, outcome, commands) {
    const edit = h('button', { type: 'button', class: 'quiet', onclick: () => turn(true) }, say.edit);
    const still = createSql(sql, edit);
    const text = h('textarea', {
        class: 'sql-text',
        'aria-label': say.yourSql,
        spellcheck: 'false',
        title: say.runHint,
        oninput: fit,
        onkeydown: pressed,
    });
    const run = h('button', { type: 'button', class: 'primary', title: 'Ctrl+Enter', onclick: () => start() }, say.run);
    const leave = h('button', { type: 'button', class: 'plain', onclick: () => turn(false) }, say.close);
    const cancel = h('button', { type: 'button', class: 'plain', hidden: true }, say.cancelQuery);
    const time = h('span', { class: 'faint' });
    const editor = h('div', { class: 'own-sql', hidden: true }, text, h('div', { class: 'actions' }, time, run, cancel, leave));
    text.value = sql;

    /** @param {boolean} editing */
    function turn(editing) {
        still.hidden = editing;
        editor.hidden = !editing;
        if (editing) fit();
        (editing ? text : edit).focus();
    }

    function fit() {
        text.rows = text.value.split('\n').length + 1;
    }

    /** @param {KeyboardEvent} event */
    function pressed(event) {
        event.stopPropagation();
        if (event.key === 'Escape') turn(false);
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        start();
    }

    async function start() {
        const session = commands.session();
        if (!session || run.hidden || !text.value.trim()) return;
        const { done, cancel: end } = commands.run(text.value, session);
        const begun = performance.now();
        const ticking = setInterval(() => setText(time, duration(performance.now() - begun)), TICK_MS);
        cancel.onclick = end;
        run.hidden = true;
        cancel.hidden = false;
        const reply = await done;
        clearInterval(ticking);
        setText(time, '');
        run.hidden = false;
        cancel.hidden = true;
        outcome.replaceChildren(...came(reply, commands));
    }

    return h('div', {}, still, editor);
}

/** @param {Event} reply @param {import('../commands.js').Commands} commands */
function came(reply, commands) {
    if (reply.type !== 'error') {
        const about = say.ownFound(duration(reply.result.durationMs));
        return [h('p', { class: 'faint' }, about), createResult(reply.result, commands)];
    }
    const { text, hint } = inWords(reply);
    return [h('p', { class: 'call-error', role: 'alert' }, [text, hint].filter(Boolean).join(' '))];
}
