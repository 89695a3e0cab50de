import { h } from 'preact';
import { offered } from '../alternatives';
import type { WaitingCard, WidgetSite } from '../contracts';
import type { Ui } from './ui';
import { telephone } from './ways';

/** The ways past the wait, once the server offers them: what was typed goes along. */
export function OtherWays({ card, ...ui }: Ui & { card: WaitingCard }) {
  const { desk, text } = ui;
  if (!card.alternatives?.length) return null;
  const { phone } = desk.site.value as WidgetSite;
  return (
    <div class="other">
      {offered(card).map(({ label, take }) => (
        <button key={label} class="btn" type="button" onClick={() => void take(desk.drafts.message, ui)}>{text.t(label)}</button>
      ))}
      {phone && <a class="btn" href={telephone(phone)}>{text.t('call', { number: phone })}</a>}
    </div>
  );
}
