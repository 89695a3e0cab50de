import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pause } from './retry';

test('Pauses double up to ten seconds', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 20].map(n => pause(n, 1)), [500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

test('Chance spreads them over half of that', () => {
  assert.deepEqual([pause(3, 0), pause(3, 0.5)], [2_000, 3_000]);
});
