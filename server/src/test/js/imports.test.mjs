import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const STATIC = new URL('../../../../static/', import.meta.url);
const IMPORT = /^import \{ ([^}]+) \} from '([^']+)';/gm;

const modules = readdirSync(STATIC, { recursive: true }).filter(file => file.endsWith('.js'));

test('whatever a module imports is there, and exported under that name', () => {
    const missing = [];
    for (const file of modules) {
        for (const [, names, path] of read(file).matchAll(IMPORT)) {
            const from = new URL(path, new URL(file, STATIC));
            const source = existsSync(from) ? readFileSync(from, 'utf8') : '';
            for (const name of names.split(', ')) {
                const exported = new RegExp(`export (?:async )?(?:const|function) ${name}\\b`);
                if (!exported.test(source)) missing.push(`${file}: ${name} of ${path}`);
            }
        }
    }

    assert.deepEqual(missing, []);
});

test('whatever a module imports it uses', () => {
    const unused = [];
    for (const file of modules) {
        const code = read(file).replace(IMPORT, '');
        for (const [, names] of read(file).matchAll(IMPORT)) {
            unused.push(...names.split(', ').filter(name => !new RegExp(`\\b${name}\\b`).test(code)).map(name => `${file}: ${name}`));
        }
    }

    assert.deepEqual(unused, []);
});

test('the page asks for every module at once that it begins with, and for no other', () => {
    const page = readFileSync(new URL('index.html', STATIC), 'utf8');
    const asked = [...page.matchAll(/rel="modulepreload" href="v\/now\/([^"]+)"/g)].map(([, path]) => path);
    const begun = [...page.matchAll(/<script type="module"[^>]* src="v\/now\/([^"]+)"/g)].map(([, path]) => path);

    assert.deepEqual(begun, ['early.js', 'main.js']);
    assert.deepEqual(asked.sort(), [...reached('main.js', new Set())].filter(file => !begun.includes(file)).sort());
});

test('the page asks for every stylesheet, in the version that it is of', () => {
    const page = readFileSync(new URL('index.html', STATIC), 'utf8');
    const asked = [...page.matchAll(/rel="stylesheet" href="v\/now\/css\/([^"]+)"/g)].map(([, name]) => name);

    assert.deepEqual(asked.sort(), readdirSync(new URL('css/', STATIC)).sort());
});

test('all that the page names is there, in the version that it is of', () => {
    const page = readFileSync(new URL('index.html', STATIC), 'utf8');
    const named = [...page.matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, path]) => path);

    assert.ok(named.includes('v/now/icon.svg'));
    assert.deepEqual(named.filter(path => !/^v\/now\//.test(path) || !existsSync(new URL(path.slice(6), STATIC))), []);
});

/** The module and all those it imports, and those they import. */
function reached(file, found) {
    if (found.has(file)) return found;
    found.add(file);
    for (const [, , path] of read(file).matchAll(IMPORT)) {
        reached(new URL(path, new URL(file, STATIC)).href.slice(STATIC.href.length), found);
    }
    return found;
}

function read(file) {
    return readFileSync(new URL(file, STATIC), 'utf8');
}
