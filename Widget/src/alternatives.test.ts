import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VNode } from 'preact';
import { offer } from './alternatives';
import type { WaitingCard } from './contracts';
import { strings } from './strings/en';
import { textIn } from './text';
import { OtherWays } from './ui/otherWays';
import type { Ui } from './ui/ui';

const card = (...alternatives: NonNullable<WaitingCard['alternatives']>): WaitingCard => ({ doing: 'with-another', team: [], place: 1, at: 0, alternatives });
const ui = (draft: string, phone?: string) => ({
  desk: { drafts: { message: draft }, site: { value: { phone } } }, text: textIn('en', strings),
}) as unknown as Ui;

type Drawn = VNode<{ children?: unknown; href?: string; onClick?(): void }>;
const controls = (node: unknown): Drawn[] =>
  Array.isArray(node) ? node.flatMap(controls)
  : typeof node !== 'object' || node === null ? []
  : ['a', 'button'].includes((node as Drawn).type as string) ? [node as Drawn] : controls((node as Drawn).props.children);
const drawn = (what: WaitingCard, on: Ui) => controls(OtherWays({ ...on, card: what }));
const words = (what: WaitingCard, on: Ui) => drawn(what, on).map(c => c.props.children);

test('Another way is a button once it is registered and the server offers it, and is given what was typed', () => {
  const customer = ui('My site is');
  assert.deepEqual(words(card('email', 'phone'), customer), []);
  const taken: unknown[] = [];
  offer('email', { label: 'writeMail', take: (draft, { desk }) => taken.push(draft, desk) });
  assert.deepEqual(words(card('email', 'phone'), customer), ['Write an e-mail']);
  assert.deepEqual(words(card('phone'), customer), []);

  drawn(card('email'), customer)[0]!.props.onClick!();
  assert.deepEqual(taken, ['My site is', customer.desk]);
});

test('Once other ways are offered the company’s number is one', () => {
  assert.deepEqual(drawn(card('phone'), ui('', '01 84 80 00 00')).map(c => [c.props.children, c.props.href]), [['Call 01 84 80 00 00', 'tel:0184800000']]);
  assert.deepEqual(drawn(card(), ui('', '01 84 80 00 00')), []);
});
