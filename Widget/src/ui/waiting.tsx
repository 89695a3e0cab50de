import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WaitingCard, WidgetSite } from '../contracts';
import { Avatar } from './avatar';
import type { Ui } from './ui';

/** The word that the product gives: who, what that person is doing, place and honest range. It changes in place and never moves. */
export function Waiting({ desk, text }: Ui) {
  const card = desk.conversation.timeline.value?.waiting;
  const zone = (desk.site.value as WidgetSite | undefined)?.timeZone;
  const same = useRef<{ content: string; since: number }>({ content: '', since: 0 });
  const [confirmed, setConfirmed] = useState(0);
  useEffect(() => {
    // A change is pushed at once. While the line is up and nothing comes, what was said still holds, and is said again.
    const again = setInterval(() => { if (desk.line.state.value === 'up') setConfirmed(desk.now()); }, 20_000);
    return () => clearInterval(again);
  }, []);
  if (!card) return <div class="wait" role="status"><p class="soft">{text.t('someoneSoon')}</p></div>;

  const range = text.range(card);
  const content = `${card.agent?.id} ${range}`;
  if (same.current.content !== content) same.current = { content, since: card.at };
  const at = Math.max(card.at, confirmed);
  const still = range && at - same.current.since >= 60_000;
  const [digits, suffix] = text.place(card.place);
  const closed = card.opensAt;
  const nobody = closed || card.doing === 'nobody-here' && !card.agent;

  return (
    <div class="wait">
      <div role="status" aria-atomic="true">
        <div class="who">
          {card.agent ? <span class="ring"><Avatar person={card.agent} origin={desk.origin} size="l" /></span>
            : card.team.length > 0 && !nobody && <span class="stack">{card.team.slice(0, 3).map(p => <Avatar key={p.id} person={p} origin={desk.origin} size="m" />)}</span>}
          <span class="words">
            <b>{closed ? text.moment('closedNow', closed, desk.now(), zone) : headline(card, text)}</b>
            <span class="sm soft">{closed ? text.t('closedMore') : detail(card, text)}</span>
          </span>
        </div>
        {!nobody && (
          <dl class="facts num">
            <div><dt class="xs faint">{text.t('place')}</dt><dd>{digits}<sup>{suffix}</sup></dd></div>
            <div><dt class="xs faint">{text.t('wait')}</dt><dd class={range ? '' : 'open'}>{range ?? text.t('unknownWait')}</dd></div>
          </dl>
        )}
      </div>
      <p class="xs faint num still" aria-live="off">
        {text.t(!still ? 'upToDate' : card.agent ? 'still' : 'stillTeam', { agent: card.agent?.firstName ?? '', range: range ?? '', time: text.time(at) })}
      </p>
    </div>
  );
}

function headline({ agent, doing, team }: WaitingCard, text: Ui['text']): string {
  if (agent) return text.t('willAnswer', { agent: agent.firstName });
  if (doing === 'nobody-here') return text.t('nobodyHere');
  return team.length > 0 ? text.plural('teamAnswers', team.length, { names: text.names(team) }) : text.t('someoneSoon');
}

function detail({ agent, doing }: WaitingCard, text: Ui['text']): string {
  if (agent) return `${text.doing(agent, doing)} ${text.t('sooner')}`;
  return text.t(doing === 'nobody-here' ? 'nobodyHereMore' : 'busyTeam');
}
