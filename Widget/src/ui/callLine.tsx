import type { ComponentType } from 'preact';
import type { Entry } from '../contracts';
import type { Part } from './later';
import type { Ui } from './ui';

/** A number stays on its line. */
const unbroken = (number = '') => number.replace(/ /g, '\u00a0');

/** What the timeline says of a call. */
export const part: Part = ({ h }, say) => (function CallLine({ desk, text, entry }: Ui & { entry: Entry }) {
  const { at, outcome, seconds = 0 } = entry.detail?.call ?? {};
  const number = unbroken(entry.detail?.call?.number);
  const agent = entry.detail?.agent?.firstName ?? text.t('support');
  const when = at ? text.when(at, desk.now()) : {};
  const from = desk.conversation.timeline.value?.entries.findLast(e => e.seq < entry.seq && e.kind === 'call-wanted')?.detail?.call?.from;
  const said =
    entry.kind === 'joined' ? say('callNow', { agent, number: unbroken(from) })
    : entry.kind === 'call-wanted' ? say(at ? 'callAt' : 'callNext', { number, ...when })
    : entry.kind === 'call-cancelled' ? say('callCancelled')
    : entry.kind !== 'called' ? undefined
    : outcome === 'reached' ? say(seconds < 60 ? 'callBrief' : 'callReached', { agent, time: text.delay(Math.round(seconds / 60)) })
    : outcome === 'failed' && !at ? say('callFailed')
    : outcome === 'unknown' ? say('callUnknown', { agent })
    : `${say('callMissed', { agent })} ${say(at ? 'callAgain' : 'callNoMore', when)}`;
  return said ? <p class="event xs faint">{said} · <time class="num">{text.time(entry.at)}</time></p> : null;
}) as unknown as ComponentType<Ui>;
