import assert from 'node:assert/strict';
import test from 'node:test';
import { standing } from '../../../../static/views/guard.js';

const held = { name: 'create a table', held: true };
const open = { name: 'run a program', held: false };
const words = guard => standing({ readOnly: true, detail: '', ...guard }).words;

test('a guard is called proven only after all that was tried was held', () => {
    assert.equal(words({ checks: [held] }), 'Read-only, proven');
    assert.equal(words({}), 'Read-only');
    assert.equal(words({ checks: [] }), 'Read-only');
    assert.equal(words({ checks: [held, open] }), 'Read-only, 1 gap');
    assert.equal(words({ readOnly: false, checks: [held] }), 'Can write');
});

test('a login that could write is warned of, even where all was held', () => {
    assert.equal(words({ checks: [held], advice: 'create role …' }), 'Login can write');
});
