import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  acknowledged, arrived, begin, beginOpening, discard, nextLetter, nextSession, openedAs, parse, refused, renumbered, retry, worthKeeping,
  write, type Session,
} from './outbox';

const written = (...bodies: string[]) => bodies.reduce((s, body, i) => write(s, { body }, 100 + i), begin(7, 1));
const line = (s: Session) => s.unsent.map(l => `${l.number}:${l.body}${l.failed ? '!' : ''}${l.sent ? '✓' : ''}`).join(' ');

test('Messages are numbered from one, in the order in which they were written', () => {
  assert.equal(line(written('a', 'b', 'c')), '1:a 2:b 3:c');
});

test('Two messages of one millisecond have two ids', () => {
  const s = write(write(begin(7, 1), { body: 'a' }, 100), { body: 'b' }, 100);
  assert.equal(new Set(s.unsent.map(l => l.id)).size, 2);
});

test('An acknowledged message is not sent again, and shown until its entry arrives', () => {
  const s = acknowledged(written('a', 'b'), 1);
  assert.equal(nextLetter(s)?.body, 'b');
  assert.equal(line(s), '1:a✓ 2:b');
  assert.equal(line(arrived(s, [{ seq: 4, kind: 'message', by: 'visitor', at: 0, session: 7, number: 1 }])), '2:b');
});

test('An entry that arrives before its acknowledgement counts as one', () => {
  const s = arrived(written('a', 'b'), [{ seq: 4, kind: 'message', by: 'visitor', at: 0, session: 7, number: 1 }]);
  assert.equal(line(s), '2:b');
});

test('An entry of another session with the same number changes nothing', () => {
  const s = written('a');
  assert.equal(arrived(s, [{ seq: 4, kind: 'message', by: 'visitor', at: 0, session: 8, number: 1 }]), s);
});

test('What is acknowledged is not kept, and nothing is kept where all is', () => {
  assert.equal(line(worthKeeping(acknowledged(written('a', 'b'), 1))!), '2:b');
  assert.equal(worthKeeping(acknowledged(written('a'), 1)), undefined);
});

test('A kept session keeps its numbers through storage', () => {
  const s = worthKeeping(acknowledged(written('a', 'b', 'c'), 1))!;
  const again = parse(JSON.stringify(s))!;
  assert.deepEqual([again.session, nextLetter(again)?.number, write(again, { body: 'd' }, 200).unsent.at(-1)?.number], [7, 2, 4]);
});

test('A refused message leaves no gap behind', () => {
  const s = refused(written('a', 'b', 'c'), 2, 'too-long');
  assert.equal(line(s), '1:a 0:b! 2:c');
  assert.equal(write(s, { body: 'd' }, 300).unsent.at(-1)?.number, 3);
});

test('A refused message that is tried again is the newest one', () => {
  const s = refused(written('a', 'b'), 1, 'too-long');
  assert.equal(line(retry(s, s.unsent[0]!.id, 500)), '1:b 2:a');
});

test('Only a refused message can be taken back', () => {
  const s = refused(written('a', 'b'), 1, 'too-long');
  assert.equal(line(discard(s, s.unsent[0]!.id)), '1:b');
  assert.equal(line(discard(s, s.unsent[1]!.id)), '0:a! 1:b');
});

test('After a lost numbering the same messages go under a fresh session', () => {
  const s = renumbered(refused(acknowledged(written('a', 'b', 'c', 'd'), 1), 3, 'invalid'), 9);
  assert.deepEqual([s.session, s.conversation, s.next, line(s)], [9, 1, 3, '1:b 0:c! 2:d']);
});

test('An opening is the first message; what follows waits for the conversation and keeps its number', () => {
  const s = write(beginOpening(7, { topicId: 2 }, 'first', 100), { body: 'second' }, 101);
  assert.equal(line(s), '1:first 2:second');
  const open = openedAs(s, 55);
  assert.deepEqual([open.opening, open.conversation, nextLetter(open)?.number], [undefined, 55, 2]);
});

test('An opening that finds an open conversation becomes messages of that one', () => {
  const s = renumbered(beginOpening(7, { topicId: 2, name: 'Marc' }, 'first', 100), 9, 55);
  assert.deepEqual([s.opening, s.conversation, line(s)], [undefined, 55, '1:first']);
});

test('Of several sessions the one with the oldest message sends first', () => {
  const old = write(begin(1, 1), { body: 'old' }, 10);
  const young = write(begin(2, 1), { body: 'young' }, 20);
  assert.equal(nextSession([young, old])?.session, 1);
  assert.equal(nextSession([young, acknowledged(old, 1)])?.session, 2);
  assert.equal(nextSession([acknowledged(old, 1)]), undefined);
});

test('What is not an outbox is ignored', () => {
  for (const text of [null, '', '{', 'null', '{"session":"x","unsent":[]}', '{"session":1}']) assert.equal(parse(text), undefined);
});
