import { h } from 'preact';
import type { ChannelKind, ChannelNow, TopicChannels, WidgetSite } from '../contracts';
import type { Desk } from '../desk';
import type { Text } from '../text';
import type { Ui } from './ui';

/** The ways in which a topic is answered. Nothing where the server says nothing of it. */
export const waysOf = (site: WidgetSite, topic: number | undefined) => site.channels.find(c => c.topicId === topic);

/** How a topic is answered by this channel now; nothing where it is not. */
export const wayOf = (site: Desk['site']['value'], topic: number | undefined, channel: ChannelKind) =>
  typeof site === 'object' ? waysOf(site, topic)?.channels.find(c => c.channel === channel) : undefined;

/** Whether the topic is answered, but not here: then nothing may be sent here in vain. */
export const elsewhere = (site: WidgetSite, ways: TopicChannels | undefined) =>
  !!ways && !wayOf(site, ways.topicId, 'chat') && (ways.channels.length > 0 || !!site.phone);

/** How soon a mail is answered, where that is promised. */
export const answered = ({ answerBy: by, answerMinutes: minutes }: ChannelNow, text: Text, now: number, zone: string) =>
  by === undefined || !minutes ? undefined
  : by - now <= minutes * 60_000 + 60_000 ? text.t('within', { time: text.delay(minutes) })
  : text.moment('answerBy', by, now, zone);

/** Said before anything is sent: each way of the chosen topic, whether it is open, and how soon one is answered. */
export function Ways({ desk, text, site, ways, by }: Ui & { site: WidgetSite; ways: TopicChannels | undefined; by: ChannelKind }) {
  const now = desk.now();
  const away = elsewhere(site, ways);
  const open = ({ open, opensAt, closesAt }: ChannelNow) =>
    !open ? text.moment('opens', opensAt!, now, site.timeZone)
    : closesAt && closesAt - now < 86_400_000 ? text.moment('openUntil', closesAt, now, site.timeZone)
    : text.t('openNow');

  return (
    <div class="ways sm" role="status">
      {away && <p>{text.t('notByChat')}</p>}
      {ways && (
        <dl>
          {(away && !ways.channels.some(c => c.channel === 'phone') && site.phone ? [...ways.channels, { channel: 'phone' } as ChannelNow] : ways.channels).map(way => (
            <div key={way.channel}>
              <dt class="faint">{text.t(way.channel === 'email' ? 'byEmail' : way.channel)}</dt>
              <dd class="num">
                {way.channel === 'phone' && site.phone && <a dir="ltr" href={telephone(site.phone)}>{site.phone}</a>}
                {way.open !== undefined && <span>{way.channel === 'email' && answered(way, text, now, site.timeZone) || open(way)}</span>}
                {way.channel === 'chat' && ways.wait && <span>{text.range(ways.wait)}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {by === 'email' ? <p>{text.t('answerThere')}</p> : by === 'chat' && wayOf(site, ways?.topicId, 'chat')?.open === false && <p>{text.t('takesMessage')}</p>}
    </div>
  );
}

export const telephone = (number: string) => `tel:${number.replace(/[^+\d]/g, '')}`;
