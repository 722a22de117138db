// @ts-check
import { say } from '../language.js';
import { h, setText } from '../lib/element.js';
import { createField } from './field.js';

/** @typedef {import('../types.js').Connection} Connection */

const EXAMPLES = [
    ['PostgreSQL', 'postgresql://localhost:5432/shop?sslmode=require'],
    ['MySQL', 'mysql://localhost:3306/shop'],
    ['MariaDB', 'mariadb://localhost:3306/shop'],
    ['SQLite', 'sqlite:/data/shop.db'],
    ['DuckDB', 'duckdb:/data/shop.duckdb'],
];
const TIMEOUT_SECONDS = 30;
const TIMEOUT_SECONDS_MAX = 600;

/**
 * The fields of a connection, and what is to be sent of them.
 * @param {Connection|undefined} known the one that is edited
 */
export function createConnectionFields(known) {
    const name = createField('name', say.name, input({ value: known?.name, maxlength: 100, required: true, autofocus: true }));
    const url = createField(
        'url',
        say.url,
        input({ value: known?.url, placeholder: EXAMPLES[0][1], spellcheck: 'false', required: true }),
        h('span', {}, say.asIn, ...EXAMPLES.flatMap(([kind, example]) => [sample(kind, example), ' '])),
    );
    const user = createField('user', say.user, input({ value: known?.user, spellcheck: 'false', autocomplete: 'off' }));
    const password = createField(
        'password',
        say.password,
        input({ type: 'password', autocomplete: 'new-password', placeholder: known ? say.unchanged : null }),
        say.passwordHint,
    );
    const options = Object.entries(say.privacy).map(([value, [label]]) => h('option', { value }, label));
    const privacy = createField('privacy', say.whatModelSees, h('select', { onchange: explain }, ...options), '–');
    const timeout = createField(
        'timeoutSeconds',
        say.queryTime,
        input({ type: 'number', min: 1, max: TIMEOUT_SECONDS_MAX, value: known?.timeoutSeconds ?? TIMEOUT_SECONDS }),
    );
    const all = [name, url, user, password, privacy, timeout];
    privacy.control.value = known?.privacy ?? 'rows';
    explain();

    /** @param {string} kind @param {string} example */
    function sample(kind, example) {
        const take = () => {
            url.control.value = example;
            url.tell('');
            url.control.focus();
        };
        return h('button', { type: 'button', class: 'quiet sample', title: example, onclick: take }, kind);
    }

    function explain() {
        const about = privacy.element.querySelector('.faint');
        const [, words] = say.privacy[/** @type {keyof typeof say.privacy} */ (privacy.control.value)];
        if (about) setText(about, words);
    }

    /** Whether nothing is missing that has to be there. */
    function complete() {
        for (const { control, tell } of [name, url]) {
            if (control.value.trim()) continue;
            tell(control === url.control ? say.sayWhere : say.giveName);
            control.focus();
            return false;
        }
        return true;
    }

    return {
        complete,
        element: h('div', { class: 'fields' }, ...all.map(({ element }) => element)),
        /** What was written, without what is as it was before. @returns {Record<string, any>} */
        changes() {
            const text = { name: name.control.value.trim(), url: url.control.value.trim(), user: user.control.value.trim() };
            const seconds = Number(timeout.control.value);
            const found = { ...text, privacy: privacy.control.value, timeoutSeconds: seconds };
            const before = { name: '', url: '', user: '', privacy: 'rows', timeoutSeconds: TIMEOUT_SECONDS, ...known };
            const changed = Object.entries(found).filter(([key, value]) => value !== /** @type {any} */ (before)[key]);
            return { ...Object.fromEntries(changed), password: password.control.value || undefined };
        },
        /** Where the database is and who asks it; what is left out is as it was. */
        login: () => ({
            url: url.control.value.trim(),
            user: user.control.value.trim() === (known?.user ?? '') ? undefined : user.control.value.trim(),
            password: password.control.value || undefined,
        }),
        /** Shows what is wrong at the field it is about; false when it is about none. @param {{field?: string, message: string}} error */
        tell({ field, message }) {
            for (const one of all) one.tell(one.name === field ? message : '');
            const about = all.find(one => one.name === field);
            about?.control.focus();
            return Boolean(about);
        },
    };
}

/** @param {Record<string, any>} properties */
function input(properties) {
    return h('input', { type: 'text', ...properties });
}
