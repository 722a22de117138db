import assert from 'node:assert/strict';
import test from 'node:test';
import { INITIAL, reduce } from '../../../../static/reduce.js';
import { currentModel } from '../../../../static/reduce/models.js';

const SMALL = { provider: 'p', name: 'small', offline: false };
const LARGE = { provider: 'p', name: 'large', offline: false };
const WELCOME = { type: 'welcome', model: SMALL, models: [SMALL, LARGE], connections: [], limits: {} };
const finished = (status, error) => ({
    type: 'turn.finished', session: 's', turn: 't', status, error, message: { id: 'a', model: 'p/small', parts: [] },
});
const play = events => events.reduce((state, event) => reduce(state, event), INITIAL);

test('the chosen model is current where it is offered, else the first one of the server', () => {
    const choose = model => ({ type: 'page.model', model });

    assert.equal(currentModel(play([WELCOME])), SMALL);
    assert.equal(currentModel(play([choose('p/large'), WELCOME])), LARGE);
    assert.equal(currentModel(play([WELCOME, choose('p/gone')])), SMALL);
    assert.equal(currentModel(INITIAL), null);
});

test('a model that failed says so until it answers', () => {
    const failed = play([WELCOME, finished('failed', { code: 'model_error', message: 'No key.' })]);
    assert.equal(currentModel(failed).failed, 'No key.');
    assert.deepEqual(currentModel(reduce(failed, finished('complete'))), SMALL);

    const otherwise = play([WELCOME, finished('failed', { code: 'internal', message: 'A bug.' })]);
    assert.equal(currentModel(otherwise).failed, undefined);
    assert.equal(currentModel(play([WELCOME, finished('stopped')])), SMALL);
});
