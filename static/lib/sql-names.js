// @ts-check
const BACKTICKS = new Set(['mysql', 'mariadb']);
const PLAIN = /^[a-z_][a-z0-9_]*$/;

/** A name as SQL of this kind of database takes it whatever is in it. @param {string} kind @param {string} name */
export function quoted(kind, name) {
    const mark = BACKTICKS.has(kind) ? '`' : '"';
    return mark + name.replaceAll(mark, mark + mark) + mark;
}

/** A table's name for SQL. @param {string} kind @param {{schema?: string, name: string}} table */
export function tableName(kind, { schema, name }) {
    return [schema, name].flatMap(part => (part ? [quoted(kind, part)] : [])).join('.');
}

/** A name as one would write it: quoted only where it has to be. @param {string} kind @param {string} name */
export function written(kind, name) {
    return PLAIN.test(name) ? name : quoted(kind, name);
}
