import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VisitorConversation, WaitingCard } from './contracts';
import { Conversation } from './conversation';
import type { Line } from './line';

const card = (at: number, more: Partial<WaitingCard> = {}): WaitingCard => ({ doing: 'with-another', team: [], place: 1, at, ...more });
const started = (more: Partial<VisitorConversation> = {}): VisitorConversation => ({
  id: 1, status: 'waiting', entries: { conversation: 1, after: 0, entries: [], head: 0 }, readByAgent: 0, readByVisitor: 0, ...more,
});
const empty = () => new Conversation(() => ({}) as Line, () => {}, () => {});

test('A card that comes before the answer that tells of its conversation is shown', () => {
  const conversation = empty();
  conversation.pushes.Waiting({ conversation: 1, card: card(5) });
  conversation.show(started());
  assert.equal(conversation.timeline.value?.waiting?.at, 5);
});

test('Of two cards the later one is shown, whichever comes first', () => {
  const conversation = empty();
  conversation.pushes.Waiting({ conversation: 1, card: card(5, { place: 1 }) });
  conversation.show(started({ waiting: card(3, { place: 2 }) }));
  assert.equal(conversation.timeline.value?.waiting?.place, 1);
  conversation.show(started({ waiting: card(4, { place: 2 }) }));
  assert.equal(conversation.timeline.value?.waiting?.place, 1);
  conversation.show(started({ waiting: card(6, { place: 3 }) }));
  assert.equal(conversation.timeline.value?.waiting?.place, 3);
});

test('An early card of another conversation, or of one that waits no more, is not shown', () => {
  const conversation = empty();
  conversation.pushes.Waiting({ conversation: 2, card: card(5) });
  conversation.show(started());
  assert.equal(conversation.timeline.value?.waiting, undefined);
  conversation.hide();
  conversation.pushes.Waiting({ conversation: 1, card: card(7) });
  conversation.show(started({ status: 'assigned' }));
  assert.equal(conversation.timeline.value?.waiting, undefined);
});
