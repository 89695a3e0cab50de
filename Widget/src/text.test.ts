import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from './contracts';
import { strings as en } from './strings/en';
import { strings as fr } from './strings/fr';
import { textIn } from './text';

const french = textIn('fr', fr, {}, 'Europe/Paris');
const english = textIn('en', en, {}, 'UTC');
const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');
const who = (firstName: string, pronoun: Person['pronoun']): Person => ({ id: 1, firstName, pronoun });

test('The range is said as a person would', () => {
  assert.equal(plain(french.range({ fromMinutes: 3, toMinutes: 6 })), '3 à 6 min');
  assert.equal(english.range({ fromMinutes: 3, toMinutes: 6 })?.replace('\u00a0', ' '), '3 to 6 min');
  assert.equal(plain(french.range({ fromMinutes: 4, toMinutes: 4 })), 'environ 4 min');
  assert.equal(plain(french.range({ fromMinutes: 0, toMinutes: 2 })), 'moins de 2 min');
  assert.equal(plain(french.range({ fromMinutes: 0, toMinutes: 0 })), 'moins de 1 min');
});

test('Nothing is said of a wait of which nothing is known, and never what cannot be', () => {
  assert.equal(french.range({}), undefined);
  assert.equal(french.range({ fromMinutes: 3 }), undefined);
  assert.equal(french.range({ fromMinutes: -1, toMinutes: -1 }), undefined);
  assert.equal(plain(french.range({ toMinutes: 5 })), 'moins de 5 min');
  assert.equal(plain(french.range({ fromMinutes: -1, toMinutes: 5 })), 'moins de 5 min');
  assert.equal(plain(french.range({ fromMinutes: 8, toMinutes: 5 })), 'environ 8 min');
  for (let from = -1; from <= 20; from++)
    for (let to = -1; to <= 20; to++) assert.doesNotMatch(french.range({ fromMinutes: from, toMinutes: to }) ?? '', /-|\b0\b/, `${from} to ${to}`);
});

test('A refusal that is newer than the widget has a sentence all the same', () => {
  assert.equal(french.t('refusal.one-day' as 'refusal.busy'), 'Ce n’est pas possible ici.');
});

test('A number and its unit stay together', () => {
  assert.ok(french.range({ fromMinutes: 3, toMinutes: 6 })?.endsWith('6\u00a0min'));
  assert.ok(french.t('title').endsWith('aider\u202f?'));
});

test('The pronoun is the person’s, and who has none is named', () => {
  assert.equal(french.doing(who('Claire', 'she'), 'finishing'), 'Elle termine avec un autre client.');
  assert.equal(french.doing(who('Arnaud', 'he'), 'with-another'), 'Il est en conversation avec un autre client.');
  assert.equal(french.doing(who('Sacha', 'they'), 'finishing'), 'Sacha termine avec un autre client.');
  assert.equal(english.doing(who('Claire', 'she'), 'finishing'), 'She is finishing with another customer.');
});

test('Places have their language’s endings', () => {
  assert.deepEqual([1, 2, 21].map(n => french.place(n).join('')), ['1re', '2e', '21e']);
  assert.deepEqual([1, 2, 3, 4, 11, 21, 112].map(n => english.place(n).join('')), ['1st', '2nd', '3rd', '4th', '11th', '21st', '112th']);
});

test('Names are listed, and the verb agrees', () => {
  const team = [who('Claire', 'she'), who('Arnaud', 'he'), who('Léa', 'she')];
  assert.equal(french.plural('hereNow', 3, { names: french.names(team) }), 'Claire, Arnaud et Léa sont là en ce moment');
  assert.equal(french.plural('hereNow', 1, { names: french.names(team.slice(0, 1)) }), 'Claire est là en ce moment');
});

test('Times are the reader’s', () => {
  const at = Date.UTC(2026, 10, 23, 14, 5);
  assert.equal(french.time(at), '15:05');
  assert.match(english.time(at), /^2:05\sPM$/);
});

test('An opening is said on the reader’s clock, with the site’s where they differ', () => {
  const now = Date.UTC(2026, 10, 24, 19);
  assert.equal(french.moment('opens', Date.UTC(2026, 10, 25, 8), now, 'Europe/Paris'), 'ouvre demain à 09:00');
  assert.equal(plain(english.moment('opens', Date.UTC(2026, 10, 25, 8), now, 'Europe/Paris')), 'opens tomorrow at 8:00 AM (9:00 AM, Central European Time)');
  assert.equal(plain(english.moment('opens', Date.UTC(2026, 10, 24, 22), now, 'UTC')), 'opens today at 10:00 PM');
  assert.equal(french.moment('opens', Date.UTC(2026, 10, 30, 8), now, 'Europe/Paris'), 'ouvre lundi à 09:00');
  assert.equal(french.moment('opens', Date.UTC(2026, 11, 28, 8), now, 'Europe/Paris'), 'ouvre lundi 28 décembre à 09:00');
  assert.equal(french.moment('openUntil', Date.UTC(2026, 10, 24, 21), now, 'No/Where'), 'ouvert jusqu’à 22:00');
});

test('A promised delay has the unit that it was promised in', () => {
  assert.equal(plain(french.delay(240)), '4 heures');
  assert.equal(english.delay(90), '90 minutes');
});

test('Days are near or written out', () => {
  const now = Date.UTC(2026, 10, 23, 12);
  assert.equal(french.day(now - 3_600_000, now), 'Aujourd’hui');
  assert.equal(french.day(now - 86_400_000, now), 'Hier');
  assert.equal(french.day(now - 3 * 86_400_000, now), 'Vendredi 20 novembre');
});

test('A day ends where the reader is, not in London', () => {
  const late = Date.UTC(2026, 10, 22, 23, 30);
  assert.ok(french.sameDay(late, Date.UTC(2026, 10, 23, 12)));
  assert.ok(!english.sameDay(late, Date.UTC(2026, 10, 23, 12)));
});

test('What is put into a sentence is never read as a placeholder', () => {
  assert.equal(english.t('willAnswer', { agent: '{site} $& $1' }), '{site} $& $1 will answer you');
});

test('The site’s own wording replaces ours', () => {
  assert.equal(textIn('fr', fr, { title: 'Une question ?' }).t('title'), 'Une question\u202f?');
});

test('Sizes are rounded to what one reads', () => {
  assert.equal(plain(french.size(40_000)), '40 ko');
  assert.equal(plain(english.size(2_540_000)), '2.5 MB');
});

test('Both languages fill the same placeholders', () => {
  const holes = (text: unknown) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g))].sort();
  for (const key of Object.keys(en) as (keyof typeof en)[]) assert.deepEqual(holes(fr[key]), holes(en[key]), key);
});
