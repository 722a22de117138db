// Sorts a table by the column whose heading was clicked, and the other way round when it is clicked again. Missing values go last.
const isNumber = (text) => /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
const words = new Intl.Collator(undefined, { numeric: true });
// Whole numbers past a double's reach are told apart, too.
const big = (text) => (/^[+-]?\d+$/.test(text) ? BigInt(text) : undefined);

function byNumber(a, b) {
    const [one, other] = [big(a), big(b)];
    if (one !== undefined && other !== undefined) return one < other ? -1 : one > other ? 1 : 0;
    return Number(a) - Number(b);
}

function sort(table, column, heading) {
    const descending = heading.getAttribute('aria-sort') === 'ascending';
    const rows = [...table.tBodies[0].rows].map((row) => {
        const cell = row.cells[column];
        return { row, text: cell.textContent, missing: cell.className === 'null' };
    });
    const known = rows.filter((row) => !row.missing);
    const compare = known.every((row) => isNumber(row.text)) ? byNumber : words.compare;
    known.sort((a, b) => (descending ? compare(b.text, a.text) : compare(a.text, b.text)));
    table.tBodies[0].append(...known.map(({ row }) => row), ...rows.filter((row) => row.missing).map(({ row }) => row));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
}

for (const table of document.querySelectorAll('.scroll > table')) {
    for (const heading of table.tHead.rows[0].cells) {
        heading.firstElementChild.addEventListener('click', () => sort(table, heading.cellIndex, heading));
    }
}
