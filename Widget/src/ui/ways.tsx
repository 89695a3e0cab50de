import { h } from 'preact';
import type { ChannelNow, TopicChannels, WidgetSite } from '../contracts';
import type { Ui } from './ui';

/** The ways in which a topic is answered. Nothing where the server says nothing of it. */
export const waysOf = (site: WidgetSite, topic: number | undefined) => site.channels.find(c => c.topicId === topic);

export const chatOf = (ways: TopicChannels | undefined) => ways?.channels.find(c => c.channel === 'chat');

/** Whether the topic is answered, but not here: then nothing may be sent here in vain. */
export const elsewhere = (site: WidgetSite, ways: TopicChannels | undefined) =>
  !!ways && !chatOf(ways) && (ways.channels.length > 0 || !!site.phone);

/** Said before anything is sent: each way of the chosen topic, whether it is open, and how soon one is answered. */
export function Ways({ desk, text, site, ways }: Ui & { site: WidgetSite; ways: TopicChannels | undefined }) {
  const now = desk.now();
  const chat = chatOf(ways);
  const away = elsewhere(site, ways);
  const open = ({ open, opensAt, closesAt }: ChannelNow) =>
    !open ? text.moment('opens', opensAt!, now, site.timeZone)
    : closesAt && closesAt - now < 86_400_000 ? text.moment('openUntil', closesAt, now, site.timeZone)
    : text.t('openNow');
  const answer = ({ answerBy: by, answerMinutes: minutes }: ChannelNow) =>
    by === undefined || !minutes ? undefined
    : by - now <= minutes * 60_000 + 60_000 ? text.t('within', { time: text.delay(minutes) })
    : text.moment('answerBy', by, now, site.timeZone);

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
                {way.open !== undefined && <span>{way.channel === 'email' && answer(way) || open(way)}</span>}
                {way.channel === 'chat' && ways.wait && <span>{text.range(ways.wait)}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {chat?.open === false && <p>{text.t('takesMessage')}</p>}
    </div>
  );
}

export const telephone = (number: string) => `tel:${number.replace(/[^+\d]/g, '')}`;
