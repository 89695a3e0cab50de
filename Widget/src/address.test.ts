import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAddress } from './address';

test('An address has a name, one at sign and a domain with an ending', () => {
  for (const good of ['marie@example.com', 'm.arie+shop@mail.example.co.uk', 'zoé@exämple.fr', 'a@例え.中国']) assert.ok(isAddress(good), good);
  for (const bad of ['', 'marie', 'marie@', '@example.com', 'marie@example', 'marie@example.', 'marie@example.c', 'marie @example.com', 'a@b.com, c@d.com', 'Marie <marie@example.com>'])
    assert.ok(!isAddress(bad), bad);
});
