import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkify } from './linkify';

const links = (text: string) => linkify(text).filter(p => p.href).map(p => [p.text, p.href]);

test('Addresses become links, and the text stays whole', () => {
  const text = 'Voir https://exemple.fr/aide?a=1#b, ou www.exemple.fr ; sinon claire@exemple.fr.';
  assert.deepEqual(links(text), [
    ['https://exemple.fr/aide?a=1#b', 'https://exemple.fr/aide?a=1#b'],
    ['www.exemple.fr', 'https://www.exemple.fr/'],
    ['claire@exemple.fr', 'mailto:claire@exemple.fr'],
  ]);
  assert.equal(linkify(text).map(p => p.text).join(''), text);
});

test('A sentence’s punctuation is not part of the address', () => {
  assert.deepEqual(links('(see https://a.example/b_(c)).').map(l => l[0]), ['https://a.example/b_(c)']);
  assert.deepEqual(links('« https://a.example/x »').map(l => l[0]), ['https://a.example/x']);
  assert.deepEqual(links('https://a.example/x…').map(l => l[0]), ['https://a.example/x']);
});

test('Nothing but http, https and mail becomes a link', () => {
  for (const text of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)//https', 'data:text/html,<b>', 'file:///etc/passwd', 'vbscript:x', 'http://', 'https://[', 'ftp://a.example'])
    assert.deepEqual(links(text), [], text);
});

test('An address that shows one host and opens another stays text', () => {
  assert.deepEqual(links('https://bank.example@evil.example/'), []);
});

test('Markup and quotes end an address', () => {
  assert.deepEqual(links('<a href="https://a.example/x">y</a>').map(l => l[0]), ['https://a.example/x']);
});

test('Long text without links is one piece, at once', () => {
  const text = 'a@'.repeat(4_000);
  const start = performance.now();
  assert.equal(linkify(text).map(p => p.text).join(''), text);
  assert.ok(performance.now() - start < 500);
});
