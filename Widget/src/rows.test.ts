import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry, HoldKind } from './contracts';
import { begin, write, acknowledged } from './outbox';
import { rows, type Row } from './rows';
import { opened } from './timeline';

const day = 86_400_000;
const noon = 20_000 * day + day / 2;
const sameDay = (a: number, b: number) => Math.floor(a / day) === Math.floor(b / day);
const entry = (seq: number, kind: Entry['kind'], by: Entry['by'], at: number, more: Partial<Entry> = {}): Entry => ({ seq, kind, by, at, ...more });
const timeline = (status: 'waiting' | 'assigned' | 'resolved', ...entries: Entry[]) =>
  opened({ id: 1, status, entries: { conversation: 1, after: 0, entries, head: entries.at(-1)?.seq ?? 0 }, readByAgent: 0, readByVisitor: 0 });
const kinds = (list: Row[]) => list.map(r => r.kind === 'message' ? (r.letter ? 'letter' : 'message') : r.kind);

test('The card stands below the message that it answers, whatever is written later', () => {
  const first = [entry(1, 'queued', 'visitor', noon), entry(2, 'message', 'visitor', noon)];
  assert.deepEqual(kinds(rows(timeline('waiting', ...first), [], noon, sameDay)), ['message', 'card']);
  assert.deepEqual(kinds(rows(timeline('waiting', ...first, entry(3, 'message', 'visitor', noon + 1)), [], noon, sameDay)), ['message', 'card', 'message']);
});

test('The card stands there too where the message came before the queue', () => {
  const t = timeline('waiting', entry(1, 'message', 'visitor', noon), entry(2, 'queued', 'system', noon), entry(3, 'message', 'visitor', noon + 5));
  assert.deepEqual(kinds(rows(t, [], noon, sameDay)), ['message', 'card', 'message']);
});

test('Without anyone to wait for there is no card', () => {
  assert.ok(!kinds(rows(timeline('assigned', entry(1, 'queued', 'visitor', noon)), [], noon, sameDay)).includes('card'));
});

test('A second wait is told, the first is not', () => {
  const t = timeline('assigned', entry(1, 'queued', 'visitor', noon), entry(2, 'joined', 'agent', noon), entry(3, 'queued', 'agent', noon), entry(4, 'joined', 'agent', noon));
  assert.deepEqual(rows(t, [], noon, sameDay).map(r => r.kind === 'event' && r.entry.seq), [2, 3, 4]);
});

const hold = (seq: number, said: HoldKind, body = said as string) => entry(seq, 'hold', 'system', noon, { body, detail: { hold: said } });
const lines = (t: ReturnType<typeof timeline>) => rows(t, [], noon, sameDay).map(r => r.kind === 'event' ? r.entry.seq : r.kind);
const asked = [entry(1, 'message', 'visitor', noon), entry(2, 'queued', 'visitor', noon)];

test('What the card says is a line only once the wait is over', () => {
  const told = [hold(3, 'team'), hold(4, 'first'), hold(5, 'nobody'), hold(6, 'closed')];
  assert.deepEqual(lines(timeline('waiting', ...asked, ...told)), ['message', 'card']);
  assert.deepEqual(lines(timeline('assigned', ...asked, ...told, entry(7, 'joined', 'agent', noon))), ['message', 3, 4, 5, 6, 7]);
  assert.deepEqual(lines(timeline('resolved', ...asked, ...told, entry(7, 'resolved', 'visitor', noon))), ['message', 3, 4, 5, 6, 7]);
});

test('What happens during the wait is a line at once, at its place', () => {
  const t = timeline('waiting', ...asked, hold(3, 'first'), entry(4, 'message', 'visitor', noon + 1), hold(5, 'longer'), entry(6, 'message', 'visitor', noon + 2), hold(7, 'renamed'));
  assert.deepEqual(lines(t), ['message', 'card', 'message', 5, 'message', 7]);
});

test('Who answers instead is told right before that person joins', () => {
  assert.deepEqual(lines(timeline('assigned', ...asked, hold(3, 'first'), hold(4, 'answered-by-other'), entry(5, 'joined', 'agent', noon))), ['message', 3, 4, 5]);
});

test('In a second wait the first one is told whole', () => {
  const t = timeline('waiting', ...asked, hold(3, 'first'), entry(4, 'joined', 'agent', noon), entry(5, 'queued', 'system', noon), hold(6, 'agent-lost'), hold(7, 'first'));
  assert.deepEqual(lines(t), ['message', 3, 4, 5, 'card', 6]);
});

test('Once it goes on by e-mail there is no card, and what it said is a line', () => {
  const mailed = entry(4, 'mailed', 'system', noon, { body: 'By e-mail, at 5 pm at the latest.', detail: { email: 'marie@example.com' } });
  assert.deepEqual(lines(timeline('waiting', ...asked, hold(3, 'first'), mailed, entry(5, 'message', 'visitor', noon + 1))), ['message', 3, 4, 'message']);
});

test('A hold message without words has no line', () => {
  assert.deepEqual(lines(timeline('assigned', ...asked, hold(3, 'renamed', ''))), ['message']);
});

test('What only concerns the company or the card has no line', () => {
  const t = timeline('assigned', entry(1, 'hold', 'system', noon), entry(2, 'introduced', 'visitor', noon), entry(3, 'rated', 'visitor', noon));
  assert.deepEqual(rows(t, [], noon, sameDay), []);
});

test('A message on its way is last, and once, also when its entry is here before the acknowledgement', () => {
  const s = write(write(begin(7, 1), { body: 'a' }, noon), { body: 'b' }, noon + 1);
  const here = entry(1, 'message', 'visitor', noon, { session: 7, number: 1, body: 'a' });
  assert.deepEqual(kinds(rows(timeline('assigned', here), [s], noon, sameDay)), ['message', 'letter']);
  assert.deepEqual(kinds(rows(timeline('assigned', here), [acknowledged(s, 1)], noon, sameDay)), ['message', 'letter']);
});

test('A message keeps its key when its entry arrives, so that it does not flicker', () => {
  const s = write(begin(7, 1), { body: 'a' }, noon);
  const before = rows(timeline('assigned'), [s], noon, sameDay)[0]!.key;
  const after = rows(timeline('assigned', entry(1, 'message', 'visitor', noon, { session: 7, number: 1 })), [], noon, sameDay)[0]!.key;
  assert.equal(before, after);
});

test('Messages for another conversation are not shown in this one', () => {
  assert.deepEqual(rows(timeline('assigned'), [write(begin(7, 2), { body: 'a' }, noon)], noon, sameDay), []);
});

test('Days are told where they change, and not where all is of today', () => {
  const t = timeline('assigned', entry(1, 'message', 'visitor', noon), entry(2, 'message', 'agent', noon + day));
  assert.deepEqual(kinds(rows(t, [], noon + day, sameDay)), ['day', 'message', 'day', 'message']);
  assert.deepEqual(kinds(rows(timeline('assigned', entry(1, 'message', 'visitor', noon)), [], noon, sameDay)), ['message']);
  assert.deepEqual(kinds(rows(timeline('assigned', entry(1, 'message', 'visitor', noon)), [], noon + day, sameDay)), ['day', 'message']);
});

test('Messages of one author within minutes form a group', () => {
  const t = timeline('assigned', entry(1, 'message', 'agent', noon, { agentId: 8 }), entry(2, 'message', 'agent', noon + 1, { agentId: 8 }), entry(3, 'message', 'agent', noon + 2, { agentId: 9 }));
  assert.deepEqual(rows(t, [], noon, sameDay).map(r => r.kind === 'message' && [r.first, r.last]), [[true, false], [false, true], [true, true]]);
});
