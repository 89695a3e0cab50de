import { h } from 'preact';
import type { Entry } from '../contracts';
import { Later } from './later';
import type { Ui } from './ui';

const callLine = () => import('./callLine');

export function EventLine(props: Ui & { entry: Entry }) {
  const { desk, text, entry } = props;
  const t = desk.conversation.timeline.value;
  const people = t?.people;
  const leftQueue = t?.entries.findLast(e => e.seq < entry.seq && /queued|joined|mailed/.test(e.kind))?.kind === 'queued';
  const agent = entry.detail?.agent?.firstName ?? people?.[entry.agentId ?? 0]?.firstName ?? text.t('support');
  const said =
    // A colleague answers the mail, or the call is tried later: nobody waits in a line.
    /not-here|call-again/.test(entry.detail?.reason ?? '') ? undefined
    : entry.kind === 'joined' ? text.t('joined', { agent })
    : entry.kind === 'left' ? text.t('left', { agent })
    : entry.kind === 'queued' ? text.t('queuedAgain')
    : entry.kind === 'hold' || entry.kind === 'mailed' ? entry.body
    : entry.kind === 'resolved' ? text.t(entry.by === 'visitor' ? leftQueue ? 'leftQueue' : 'youLeft' : entry.by === 'agent' ? 'resolvedBy' : 'resolved', { agent })
    : undefined;
  // Whoever joins one who waits to be called, calls.
  const calls = entry.kind === 'joined' && t?.entries.findLast(e => e.seq < entry.seq && /^call/.test(e.kind))?.kind === 'call-wanted';
  if (calls || /^call/.test(entry.kind)) return <Later {...props} part={callLine} />;
  return said ? <p class={`event xs ${entry.body ? 'soft' : 'faint'}`}>{said} · <time class="num">{text.time(entry.at)}</time></p> : null;
}
