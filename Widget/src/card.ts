import type { HoldKind, WaitingCard } from './contracts';

/** The card as it is drawn: the text speaks of what it shows, and beside it stands that this still holds. */
export interface Card extends WaitingCard {
  readonly again?: string;
}

/** What is said again goes beside the text that it repeats; where that one is not known (the page was loaded meanwhile), the facts speak. */
export const shown = (before: Card | undefined, card: WaitingCard | undefined): Card | undefined =>
  card?.said !== 'refresh' ? card : { ...card, text: before && facts(before) === facts(card) ? before.text : undefined, again: card.text };

const facts = ({ agent, place, fromMinutes, toMinutes }: WaitingCard) => [agent?.id, place, fromMinutes, toMinutes].join();

const events: readonly (HoldKind | undefined)[] = ['renamed', 'longer', 'agent-lost', 'answered-by-other'];

/** Whether it tells that something happened, and has its line in the log at once. The others say how things stand, as the card does. */
export const isEvent = (said: HoldKind | undefined) => events.includes(said);
