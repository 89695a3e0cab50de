import { h } from 'preact';
import type { ChannelKind, WaitingCard, WidgetSite } from '../contracts';
import type { Key } from '../strings/strings';
import type { Ui } from './ui';
import { telephone } from './ways';

/** What leads to another channel than this chat. */
export const leads: { readonly [channel in ChannelKind]?: Key } = { email: 'writeMail', phone: 'callMe' };

/** The ways past the wait, once the server offers them, in its order: what was typed goes along. */
export function OtherWays({ desk, text, card: { alternatives = [] } }: Ui & { card: WaitingCard }) {
  const { phone } = desk.site.value as WidgetSite;
  return alternatives.length > 0 && (
    <div class="other">
      {alternatives.map(way => leads[way] && (
        <button key={way} class="btn" type="button" onClick={() => { desk.mail.value = { call: way === 'phone' }; }}>{text.t(leads[way])}</button>
      ))}
      {phone && <a class="btn" href={telephone(phone)}>{text.t('call', { number: phone })}</a>}
    </div>
  );
}
