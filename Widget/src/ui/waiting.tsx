import { Fragment, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isEvent, type Card } from '../card';
import type { WidgetSite } from '../contracts';
import type { Desk } from '../desk';
import type { Timeline } from '../timeline';
import { Avatar } from './avatar';
import { useAway } from './away';
import { Later } from './later';
import { OtherWays } from './otherWays';
import type { Ui } from './ui';

const callCard = () => import('./callCard');

/** The word that the product gives: who, what that person is doing, place and honest range. It changes in place and never moves. */
export function Waiting(ui: Ui) {
  const { desk, text } = ui;
  const t = desk.conversation.timeline.value;
  const card = t?.waiting;
  const passed = usePassed(card, desk);
  const away = useAway(desk);
  const call = t?.call && <Later {...ui} part={callCard} />;
  if (!card) return <div class="wait" role="status">{call ?? <p class="soft">{text.t('someoneSoon')}</p>}</div>;

  const range = passed ? undefined : text.range(card);
  const [digits, suffix] = text.place(card.place);
  const still = card.opensAt || card.doing === 'nobody-here' && !card.agent;

  return (
    <div class="wait">
      <div role="status" aria-atomic="true">
        <div class="who">
          {card.agent ? <span class="ring"><Avatar person={card.agent} origin={desk.origin} size="l" /></span>
            : card.team.length > 0 && !still && <span class="stack">{card.team.slice(0, 3).map(p => <Avatar key={p.id} person={p} origin={desk.origin} size="m" />)}</span>}
          <Words {...ui} card={card} said={said(t, card)} />
        </div>
        {!still && (
          <dl class="facts num">
            <div><dt class="xs faint">{text.t('place')}</dt><dd>{card.place > 0 && <>{digits}<sup>{suffix}</sup></>}</dd></div>
            <div><dt class="xs faint">{text.t('wait')}</dt><dd class={range ? '' : 'open'}>{range ?? text.t('unknownWait')}</dd></div>
          </dl>
        )}
      </div>
      {(away || !still) && (
        <p class="xs faint num still" aria-live="off">
          {away ? text.t('unconfirmed', { time: text.time(card.at) }) : card.again ? `${card.again} ${text.time(card.at)}` : text.t('upToDate', { time: text.time(card.at) })}
        </p>
      )}
      {call ?? <OtherWays {...ui} card={card} />}
    </div>
  );
}

/** What the server says, in the site's own words, below the name; ours where it says nothing. */
function Words({ desk, text, card, said }: Ui & { card: Card; said: string | undefined }) {
  const { agent, team, doing, opensAt, byPhone } = card;
  const zone = (desk.site.value as WidgetSite).timeZone;
  const names = team.length > 0 && text.names(team);
  const nobody = doing === 'nobody-here' && !agent;
  const still = nobody || opensAt;
  const headline =
    opensAt ? text.moment('closedNow', opensAt, desk.now(), zone)
    : agent ? said ? agent.firstName : text.t(byPhone ? 'willCall' : 'willAnswer', { agent: agent.firstName })
    : nobody ? !said && text.t('nobodyHere')
    : names ? said ? names : text.plural('teamAnswers', team.length, { names }) : !said && text.t('someoneSoon');
  return (
    <span class="words">
      {headline && <b>{headline}</b>}
      <span class={headline ? 'sm soft' : ''}>
        {said ?? (agent ? `${doing === 'asked' ? '' : text.doing(agent, doing)} ${text.t('sooner')}` : !still ? text.t('busyTeam') : !byPhone && text.t(opensAt ? 'closedMore' : 'nobodyHereMore'))}
      </span>
    </span>
  );
}

/** Not what stands in the log as a line of its own: then the card shows where that leaves us. */
const said = ({ entries }: Timeline, { text }: Card) => entries.some(e => e.body === text && isEvent(e.detail?.hold)) ? undefined : text;

/** Whether the announced time has run out and nothing newer came. */
function usePassed(card: Card | undefined, desk: Desk): boolean {
  // Nothing announced: farther than anyone waits, and not too far for a timer.
  const end = (card?.at ?? 0) + Math.max(1, card?.toMinutes ?? 10_000) * 60_000;
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const late = setTimeout(() => setPassed(end), end - desk.now());
    return () => clearTimeout(late);
  }, [end]);
  return passed === end;
}
