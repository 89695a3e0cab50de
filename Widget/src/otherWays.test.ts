import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VNode } from 'preact';
import type { WaitingCard } from './contracts';
import { strings } from './strings/en';
import { textIn } from './text';
import { OtherWays } from './ui/otherWays';
import type { Ui } from './ui/ui';

const card = (...alternatives: NonNullable<WaitingCard['alternatives']>): WaitingCard => ({ doing: 'with-another', team: [], place: 1, at: 0, alternatives });
const ui = (phone?: string) => ({ desk: { mail: { value: undefined }, site: { value: { phone } } }, text: textIn('en', strings) }) as unknown as Ui;

type Drawn = VNode<{ children?: unknown; href?: string; onClick?(): void }>;
const controls = (node: unknown): Drawn[] =>
  Array.isArray(node) ? node.flatMap(controls)
  : typeof node !== 'object' || node === null ? []
  : ['a', 'button'].includes((node as Drawn).type as string) ? [node as Drawn] : controls((node as Drawn).props.children);
const drawn = (what: WaitingCard, on: Ui) => controls(OtherWays({ ...on, card: what }));
const words = (what: WaitingCard, on: Ui) => drawn(what, on).map(c => c.props.children);

test('What the server offers is a button, in its order, and opens the form of that way', () => {
  const customer = ui();
  assert.deepEqual(words(card(), customer), []);
  assert.deepEqual(words(card('phone', 'email'), customer), ['Call me', 'Write an e-mail']);
  drawn(card('phone', 'email'), customer)[0]!.props.onClick!();
  assert.equal(customer.desk.mail.value?.call, true);
  drawn(card('email'), customer)[0]!.props.onClick!();
  assert.equal(customer.desk.mail.value?.call, false);
});

test('Once other ways are offered the company’s number is one', () => {
  assert.deepEqual(drawn(card('phone'), ui('01 84 80 00 00')).map(c => [c.props.children, c.props.href]), [['Call me', undefined], ['Call 01 84 80 00 00', 'tel:0184800000']]);
  assert.deepEqual(drawn(card(), ui('01 84 80 00 00')), []);
});
