import { h } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { WidgetSite } from '../contracts';
import { waits } from '../timeline';
import type { Ui } from './ui';
import { telephone } from './ways';

/** The line below the composer: the company's number, and the way out. Where something could get lost it asks once more, in place. */
export function Foot({ desk, text, site }: Ui & { site: WidgetSite }) {
  const t = desk.conversation.timeline.value;
  const [asking, setAsking] = useState(false);
  const way = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => { if (asking) first.current?.focus(); }, [asking]);
  useEffect(() => setAsking(false), [t?.id, t?.status]); // Asked of what is no longer so.
  const leave = (pressed: HTMLElement) => {
    // The pressed button goes, and the focus must not go with it.
    (pressed.getRootNode() as ShadowRoot).querySelector<HTMLElement>('.composer textarea')?.focus();
    setAsking(false);
    desk.leave(t!.id);
  };
  const waiting = waits(t);
  const leaving = !!t && desk.leaving.value === t.id;
  const stay = () => {
    setAsking(false);
    requestAnimationFrame(() => way.current?.focus());
  };

  if (asking && t && t.status !== 'resolved')
    return (
      <div class="line foot xs" role="alertdialog" aria-label={text.t(waiting ? 'leaveQueueSure' : 'endSure')}
        onKeyDown={e => { if (e.key === 'Escape') { e.stopPropagation(); stay(); } }}>
        <span>{text.t(waiting ? 'leaveQueueSure' : 'endSure')}</span>
        <span class="acts">
          <button class="link bad" type="button" onClick={e => leave(e.currentTarget)}>{text.t(waiting ? 'leave' : 'end')}</button>
          <button class="link" type="button" ref={first} onClick={stay}>{text.t('stay')}</button>
        </span>
      </div>
    );

  return (
    <div class="line foot xs faint">
      {site.phone ? <a dir="ltr" href={telephone(site.phone)}>{site.phone}</a> : <span />}
      {t && (t.status === 'resolved'
        ? <button class="link" type="button" onClick={() => desk.startAnew()}>{text.t('startAnew')}</button>
        : <button class="link quiet" type="button" ref={way} disabled={leaving}
            onClick={e => waiting && !desk.unsent ? leave(e.currentTarget) : setAsking(true)}>{text.t(leaving ? 'leaving' : waiting ? 'leaveQueue' : 'end')}</button>)}
    </div>
  );
}
