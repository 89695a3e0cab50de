import type { ChannelKind, WaitingCard } from './contracts';
import type { Key } from './strings/strings';
import type { Ui } from './ui/ui';

/** Another way to a human than to wait for this chat. */
export interface Alternative {
  /** The button's text. */
  readonly label: Key;
  /**
   * Called by a click, once each. Whatever it needs is best fetched here, with `import()`; what then fails it shows itself.
   * @param draft What is typed and not sent, which goes along. It stays in the composer until the alternative takes it away.
   */
  readonly take: (draft: string, ui: Ui) => unknown;
}

const known = new Map<ChannelKind, Alternative>();

/** The one place where a channel adds itself to the card. */
export const offer = (channel: ChannelKind, alternative: Alternative) => known.set(channel, alternative);

/** What the server offers by now and this widget can do, in the server's order. */
export const offered = ({ alternatives = [] }: WaitingCard) => alternatives.flatMap(channel => known.get(channel) ?? []);
