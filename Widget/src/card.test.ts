import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shown } from './card';
import type { Person, WaitingCard } from './contracts';

const claire: Person = { id: 8, firstName: 'Claire', pronoun: 'she' };
const card = (said: WaitingCard['said'], at: number, more: Partial<WaitingCard> = {}): WaitingCard =>
  ({ agent: claire, doing: 'with-another', team: [], place: 2, fromMinutes: 3, toMinutes: 6, at, said, text: `${said} ${at}`, ...more });

test('What is said again stands beside what it repeats, with its own time', () => {
  const first = shown(undefined, card('first', 1));
  const again = shown(first, card('refresh', 61));
  assert.deepEqual([again?.text, again?.again, again?.at], ['first 1', 'refresh 61', 61]);
  const once = shown(again, card('refresh', 121));
  assert.deepEqual([once?.text, once?.again, once?.at], ['first 1', 'refresh 121', 121]);
});

test('What is new takes the place of both', () => {
  const again = shown(shown(undefined, card('first', 1)), card('refresh', 61));
  const moved = shown(again, card('first', 70, { place: 1 }));
  assert.deepEqual([moved?.text, moved?.again], ['first 70', undefined]);
});

test('A text is not kept beside facts that it did not speak of', () => {
  for (const more of [{ place: 1 }, { toMinutes: 8 }, { fromMinutes: undefined, toMinutes: undefined }, { agent: undefined }])
    assert.equal(shown(shown(undefined, card('first', 1)), card('refresh', 61, more))?.text, undefined);
  assert.deepEqual([shown(undefined, card('refresh', 61))?.text, shown(undefined, card('refresh', 61))?.again], [undefined, 'refresh 61']);
});

test('A card that goes is gone', () => assert.equal(shown(shown(undefined, card('first', 1)), undefined), undefined));
