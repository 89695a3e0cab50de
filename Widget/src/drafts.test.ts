import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts } from './drafts';
import { Store } from './store';

/** Storage is blocked here: the store keeps all in memory. */
const noStorage = (): Storage => { throw new Error('blocked'); };

test('what is typed while a conversation is being opened lies in it when it is open', () => {
  const store = new Store('key', noStorage);
  let open: number | undefined;
  const drafts = new Drafts(store, () => open);
  drafts.message = 'and one mo';
  open = 55;
  deepEqual(drafts.message, 'and one mo');
  drafts.message = 'and one more';
  open = 77;
  deepEqual(drafts.message, '', 'and in no other');
  open = 55;
  deepEqual(drafts.message, 'and one more');
});

test('what was sent is not there again', () => {
  const store = new Store('key', noStorage);
  let open: number | undefined;
  const drafts = new Drafts(store, () => open);
  drafts.message = 'typed before';
  open = 55;
  drafts.message = '';
  deepEqual([drafts.message, new Drafts(store, () => undefined).message], ['', '']);
});

test('an opening that is refused goes back with what was typed after it', () => {
  const drafts = new Drafts(new Store('key', noStorage), () => undefined);
  drafts.message = 'then this';
  drafts.putBackToStart({ name: 'Ann' }, 'first');
  deepEqual([drafts.start.value.body, drafts.start.value.name, drafts.message], ['first\nthen this', 'Ann', '']);
});
