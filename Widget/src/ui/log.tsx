import { h } from 'preact';
import ArrowDown from 'lucide/dist/esm/icons/arrow-down.mjs';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { rows } from '../rows';
import { EventLine } from './event';
import { Icon } from './icon';
import { Later } from './later';
import { Message } from './message';
import type { Ui } from './ui';
import { Waiting } from './waiting';

const after = () => import('./after');

export function Log(ui: Ui) {
  const { desk, text, notices } = ui;
  const t = desk.conversation.timeline.value;
  const typing = desk.conversation.typing.value;
  const sessions = desk.post.sessions.value;
  // What did not change is not drawn again: a conversation may have thousands of lines.
  const list = useMemo(() => rows(t, sessions, Date.now(), text.sameDay), [t, sessions, text]);
  const drawn = useMemo(() => list.map(row =>
    row.kind === 'day' ? <p key={row.key} class="event day xs faint">{text.day(row.at, Date.now())}</p>
    : row.kind === 'event' ? <EventLine key={row.key} {...ui} entry={row.entry} />
    : row.kind === 'card' ? <Waiting key="card" {...ui} />
    : <Message key={row.key} {...ui} row={row} />), [list, desk.line.state.value]);
  const { box, inner, below, scrolled } = useScroll(list.find(r => r.kind === 'message')?.key, newest(list), () => void desk.conversation.earlier(), ui);
  void notices.attention.value;

  return (
    <div class="middle">
      <div class="scroll" ref={box} onScroll={scrolled} role="log" aria-label={text.t('log')} tabIndex={0}>
        <div class="rows" ref={inner}>
          {desk.conversation.loadingEarlier.value && <p class="event xs faint" aria-live="off">{text.t('earlier')}</p>}
          {drawn}
          {t?.status === 'resolved' && <Later key="after" {...ui} part={after} />}
          {typing && (
            <p key="typing" class="typing xs faint" aria-live="off">
              <span class="dots" aria-hidden="true"><i /><i /><i /></span>
              {typing.agent ? text.t('typing', { agent: typing.agent.firstName }) : text.t('typingSomeone')}
            </p>
          )}
        </div>
      </div>
      {below && (
        <button class="pill" type="button" onClick={() => box.current?.scrollTo({ top: box.current.scrollHeight })}>
          <Icon of={ArrowDown} size={16} />{text.t('newMessages')}
        </button>
      )}
    </div>
  );
}

function newest(list: ReturnType<typeof rows>): { readonly key?: string; readonly mine?: boolean } {
  const row = list.findLast(r => r.kind === 'message');
  return row?.kind === 'message' ? { key: row.key, mine: row.mine } : {};
}

/** At the bottom it stays at the bottom; elsewhere what is being read does not move, and a pill tells what came below. */
function useScroll(first: string | undefined, last: { key?: string; mine?: boolean }, atTop: () => void, { desk, notices }: Ui) {
  const box = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const was = useRef<{ first?: string; last?: string }>({});
  const height = useRef(0);
  const bottom = useRef(true);
  const [below, setBelow] = useState(false);

  const attend = () => {
    if (bottom.current && notices.attending()) desk.attended(desk.conversation.timeline.value?.head ?? 0);
  };
  const down = () => {
    const b = box.current;
    if (!b) return; // The panel was closed meanwhile.
    if (bottom.current) b.scrollTop = b.scrollHeight;
    height.current = b.scrollHeight;
  };

  useLayoutEffect(() => {
    const b = box.current!;
    const before = was.current;
    const fresh = last.key !== before.last;
    if (before.first !== undefined && first !== before.first && !bottom.current) b.scrollTop += b.scrollHeight - height.current;
    else if (fresh && last.mine) bottom.current = true;
    else if (fresh && !bottom.current) setBelow(true);
    was.current = { first, last: last.key };
    down();
  });
  useEffect(attend);
  useEffect(() => {
    // Pictures, the keyboard and the card change heights without a render.
    const sizes = new ResizeObserver(down);
    sizes.observe(inner.current!);
    sizes.observe(box.current!);
    return () => sizes.disconnect();
  }, []);

  const scrolled = () => {
    const b = box.current!;
    // Where the height changed too, it was not the reader who moved.
    if (b.scrollHeight === height.current) bottom.current = b.scrollHeight - b.scrollTop - b.clientHeight < 48;
    height.current = b.scrollHeight;
    if (bottom.current) {
      setBelow(false);
      attend();
    }
    if (b.scrollTop < 160) atTop();
  };
  return { box, inner, below, scrolled };
}
