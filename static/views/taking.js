// @ts-check
import { say } from '../language.js';
import { asMarkdown, asTabbed } from '../lib/clipboard-tables.js';
import { copy } from '../lib/copy.js';
import { h, setText } from '../lib/element.js';

/** @typedef {import('../types.js').Result} Result */

const SAID_MS = 1500;
/** A spreadsheet reads letters beyond ASCII only if told that they are there. */
const QUERY = { csv: '?for=excel', json: '' };
const FORMS = { TSV: asTabbed, Markdown: asMarkdown };

/**
 * The ways to take a result along: copied, or as a file that holds all of its rows.
 * @param {Result} result
 * @param {import('../commands.js').Commands} commands
 * @param {() => import('../commands/results.js').Sort|undefined} sort
 */
export function createTaking({ id, sql, columns, rows, rowCount }, commands, sort) {
    const head = columns.map(({ name }) => name);

    /** @param {keyof typeof FORMS} form */
    function copying(form) {
        const button = h('button', { type: 'button', class: 'quiet', title: say.copyAs(form), onclick: take }, say.copyForm(form));

        async function take() {
            const page = rows.length === rowCount && !sort() ? { rows } : await commands.allRows(id, sort());
            if (!page) return;
            setText(button, (await copy(FORMS[form](head, page.rows))) ? say.copied : say.notCopied);
            setTimeout(() => setText(button, say.copyForm(form)), SAID_MS);
        }

        return button;
    }

    /** @param {'csv'|'json'} suffix */
    function download(suffix) {
        const name = suffix.toUpperCase();
        return h(
            'a',
            { class: 'quiet', href: `results/${id}.${suffix}${QUERY[suffix]}`, download: true, title: say.allRowsAs(name) },
            name,
        );
    }

    const about = () => commands.insert(say.aboutResult(sql.replace(/\s+/g, ' ').trim()));
    const ask = h('button', { type: 'button', class: 'quiet', title: say.askHint, onclick: about }, say.ask);
    return h('div', { class: 'taking' }, ask, copying('TSV'), copying('Markdown'), download('csv'), download('json'));
}
