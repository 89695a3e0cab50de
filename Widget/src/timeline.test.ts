import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry, Person, VisitorConversation } from './contracts';
import { append, opened, prepend, reopened, unread, waits, type Timeline } from './timeline';

const claire: Person = { id: 8, firstName: 'Claire', pronoun: 'she' };
const at = 1_700_000_000_000;
const message = (seq: number, by: Entry['by'] = 'visitor'): Entry => ({ seq, kind: 'message', by, agentId: by === 'agent' ? 8 : undefined, body: `m${seq}`, at: at + seq });
const joined = (seq: number): Entry => ({ seq, kind: 'joined', by: 'agent', agentId: 8, detail: { agent: claire }, at });

const conversation = (entries: Entry[], more: Partial<VisitorConversation> = {}, after = 0): VisitorConversation => ({
  id: 1, status: 'waiting', entries: { conversation: 1, after, entries, head: entries.at(-1)?.seq ?? after }, readByAgent: 0, readByVisitor: 0, ...more,
});
const push = (after: number, ...entries: Entry[]) => ({ conversation: 1, after, entries });
const joinedWith = (t: Timeline, p: ReturnType<typeof push>) => {
  const next = append(t, p);
  assert.notEqual(next, 'gap');
  return next as Timeline;
};
const seqs = (t: Timeline) => t.entries.map(e => e.seq);

test('A push that follows what is here is appended', () => {
  assert.deepEqual(seqs(joinedWith(opened(conversation([message(1)])), push(1, message(2), message(4)))), [1, 2, 4]);
});

test('A hole of internal entries is no gap', () => {
  const t = joinedWith(opened(conversation([message(1)])), push(1, message(5)));
  assert.deepEqual(seqs(joinedWith(t, push(5, message(9)))), [1, 5, 9]);
});

test('A push beyond what is here is a gap', () => {
  assert.equal(append(opened(conversation([message(1)])), push(2, message(3))), 'gap');
});

test('A push that came twice, or overlaps, adds only what is new', () => {
  const t = joinedWith(opened(conversation([message(1)])), push(1, message(2)));
  assert.equal(append(t, push(1, message(2))), t);
  assert.deepEqual(seqs(joinedWith(t, push(0, message(1), message(2), message(3)))), [1, 2, 3]);
});

test('A push of another conversation changes nothing', () => {
  const t = opened(conversation([message(1)]));
  assert.equal(append(t, { conversation: 2, after: 1, entries: [message(2)] }), t);
});

test('Entries fold into who has the conversation', () => {
  let t = opened(conversation([message(1)], { waiting: { doing: 'finishing', team: [], place: 1, at } }));
  t = joinedWith(t, push(1, joined(2)));
  assert.deepEqual([t.status, t.agent, t.waiting], ['assigned', claire, undefined]);
  t = joinedWith(t, push(2, { seq: 3, kind: 'resolved', by: 'agent', agentId: 8, at }));
  assert.deepEqual([t.status, t.agent], ['resolved', claire]);
  t = joinedWith(t, push(3, { seq: 4, kind: 'rated', by: 'visitor', detail: { score: 9 }, at }));
  assert.equal(t.score, 9);
  t = joinedWith(t, push(4, { seq: 5, kind: 'queued', by: 'visitor', detail: { topicId: 3 }, at }, message(6)));
  assert.deepEqual([t.status, t.agent, t.topicId], ['waiting', undefined, 3]);
});

const mailed = (seq: number, email: string): Entry => ({ seq, kind: 'mailed', by: 'system', body: 'By e-mail, at 5 pm at the latest.', detail: { email }, at });

test('Who goes on by e-mail waits no more, and the answer goes to the newest address', () => {
  let t = opened(conversation([message(1)], { waiting: { doing: 'finishing', team: [], place: 1, at } }));
  assert.ok(waits(t));
  t = joinedWith(t, push(1, mailed(2, 'marie@example.con')));
  assert.deepEqual([t.status, t.waiting, t.mailTo, waits(t)], ['waiting', undefined, 'marie@example.con', false]);
  t = joinedWith(t, push(2, mailed(3, 'marie@example.com'), joined(4)));
  assert.deepEqual([t.status, t.agent, t.mailTo], ['assigned', claire, 'marie@example.com']);
});

test('A mail that is handed over stays one; who writes again after the end is here again', () => {
  let t = joinedWith(opened(conversation([message(1)])), push(1, mailed(2, 'a@b.example'), { seq: 3, kind: 'queued', by: 'system', detail: { reason: 'transfer' }, at }));
  assert.equal(t.mailTo, 'a@b.example');
  t = joinedWith(t, push(3, { seq: 4, kind: 'resolved', by: 'agent', at }, message(5), { seq: 6, kind: 'queued', by: 'system', detail: { reason: 'wrote-again' }, at }));
  assert.deepEqual([t.mailTo, waits(t)], [undefined, true]);
});

test('Pushes one by one say the same as all at once', () => {
  const all = [message(1), joined(2), message(3, 'agent'), { seq: 4, kind: 'left', by: 'agent', agentId: 8, at } as Entry, message(7)];
  const once = joinedWith(opened(conversation([])), push(0, ...all));
  let steps = opened(conversation([]));
  for (const e of all) steps = joinedWith(steps, push(steps.head, e));
  assert.deepEqual(steps, once);
});

test('After a reconnect the state is the server’s and the entries join', () => {
  const t = opened(conversation([message(1)]));
  const next = reopened(t, conversation([message(1), joined(2), message(3, 'agent')], { status: 'assigned', agent: claire, readByAgent: 1 }));
  assert.deepEqual([seqs(next), next.status, next.agent, next.readByAgent], [[1, 2, 3], 'assigned', claire, 1]);
});

test('After a long absence the missing middle is left to be asked for', () => {
  const t = opened(conversation([message(1)]));
  const next = reopened(t, conversation([message(300)], { status: 'resolved' }, 299));
  assert.deepEqual([seqs(next), next.head, next.status], [[1], 1, 'resolved']);
});

test('An answer that pushes have overtaken changes nothing', () => {
  const t = joinedWith(opened(conversation([message(1)])), push(1, joined(2)));
  assert.equal(reopened(t, conversation([message(1)])), t);
});

test('Earlier pages go before, once, until the beginning', () => {
  let t = opened(conversation([message(5)], {}, 4));
  t = prepend(t, { conversation: 1, after: 2, entries: [message(3), message(4)], head: 5 });
  assert.deepEqual([seqs(t), t.after], [[3, 4, 5], 2]);
  t = prepend(t, { conversation: 1, after: 2, entries: [message(3), message(4)], head: 5 });
  assert.deepEqual([seqs(t), t.after], [[3, 4, 5], 0]);
});

test('Unread counts what agents wrote beyond what was seen', () => {
  assert.equal(unread(opened(conversation([message(1), message(2, 'agent'), joined(3), message(4, 'agent')], { readByVisitor: 2 }))), 1);
});

test('A call that is wanted is known until it was made or is taken back', () => {
  const wanted: Entry = { seq: 2, kind: 'call-wanted', by: 'visitor', detail: { call: { number: '+33 6 12 34 56 78', from: '+33 1 84 80 00 00' } }, at };
  const t = joinedWith(opened(conversation([message(1)])), push(1, wanted));
  assert.equal(t.call?.number, '+33 6 12 34 56 78');
  const again: Entry = { seq: 3, kind: 'called', by: 'system', detail: { agent: claire, call: { outcome: 'busy', at: at + 300_000 } }, at };
  assert.deepEqual(joinedWith(t, push(2, again)).call, { number: '+33 6 12 34 56 78', from: '+33 1 84 80 00 00', at: at + 300_000 });
  assert.equal(joinedWith(t, push(2, { ...again, detail: { agent: claire, call: { outcome: 'reached', seconds: 60 } } })).call, undefined);
  assert.equal(joinedWith(t, push(2, { seq: 3, kind: 'call-cancelled', by: 'visitor', at })).call, undefined);
});

test('A time that is agreed ends the waiting for now', () => {
  const t = opened(conversation([message(1)], { waiting: { doing: 'with-another', team: [], place: 2, at } }));
  const booked: Entry = { seq: 2, kind: 'call-wanted', by: 'visitor', detail: { call: { number: '+33 6 12 34 56 78', at: at + 3_600_000 } }, at };
  assert.equal(joinedWith(t, push(1, booked)).waiting, undefined);
});
