import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plural } from '../../../../static/lib/plural.js';

test('rows of a table are spoken of in the plural', () => {
    assert.equal(plural('Album'), 'albums');
    assert.equal(plural('InvoiceLine'), 'invoice lines');
    assert.equal(plural('tbl_category'), 'categories');
    assert.equal(plural('order items'), 'order items');
    assert.equal(plural('Status'), 'statuses');
    assert.equal(plural('people'), 'people');
});

test('a name that is no plain word stays as it is', () => {
    for (const name of ['<img src=x>', 'My-Table', '订单', 'sales 2024', 'a.b', '']) assert.equal(plural(name), name);
});
