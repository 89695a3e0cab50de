import assert from 'node:assert/strict';
import { test } from 'node:test';
import { direction, pick } from './language';

test('The first wish that is offered wins', () => {
  assert.equal(pick(['de', 'en-GB', 'fr'], ['fr', 'en']), 'en');
  assert.equal(pick([undefined, '', 'FR-ca'], ['en', 'fr']), 'fr');
});

test('Without any, the site’s first language', () => {
  assert.equal(pick(['de'], ['fr', 'en']), 'fr');
});

test('Arabic is written from the right', () => {
  assert.deepEqual(['ar', 'ar-MA', 'fr', 'arn'].map(direction), ['rtl', 'rtl', 'ltr', 'ltr']);
});
