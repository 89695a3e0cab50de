import { h } from 'preact';
import { linkify } from '../linkify';
import type { MessageRow } from '../rows';
import { Avatar } from './avatar';
import { AttachmentView } from './attachment';
import type { Ui } from './ui';

export function Message({ row, ...ui }: Ui & { row: MessageRow }) {
  const { desk, text } = ui;
  const agent = row.agentId === undefined ? undefined : desk.conversation.timeline.value?.people[row.agentId];
  const name = agent?.firstName ?? text.t('support');
  return (
    <div class={`message ${row.mine ? 'mine' : 'theirs'} ${row.first ? 'first' : ''} ${row.last ? 'last' : ''} ${row.letter && !row.letter.sent ? 'pending' : ''}`}>
      {!row.mine && row.first && (
        <span class="who xs soft">{agent && <Avatar person={agent} origin={desk.origin} size="s" />}{name}</span>
      )}
      {row.mine && row.first && <span class="hidden">{text.t('you')}</span>}
      {row.body && <div class="bubble" dir="auto">{linkify(row.body).map(p => p.href ? <a href={p.href} target="_blank" rel="noopener noreferrer nofollow">{p.text}</a> : p.text)}</div>}
      {row.attachment && <AttachmentView {...ui} attachment={row.attachment} />}
      {row.letter?.failed ? <Failed {...ui} row={row} />
        : row.mine && row.last ? <State {...ui} row={row} />
        : row.last && <time class="state xs faint num">{text.time(row.at)}</time>}
    </div>
  );
}

function State({ desk, text, row }: Ui & { row: MessageRow }) {
  const t = desk.conversation.timeline.value;
  if (row.letter && !row.letter.sent) {
    const up = desk.line.state.value === 'up' || desk.line.state.value === 'connecting';
    return <span class={`state xs ${up ? 'faint' : 'warn'}`}>{text.t(up ? 'sending' : 'awaitingNetwork')}</span>;
  }
  const read = row.seq !== undefined && t !== undefined && row.seq <= t.readByAgent;
  return <span class="state xs faint num">{text.t(read ? 'read' : 'sent')} · {text.time(row.at)}</span>;
}

function Failed({ desk, text, row }: Ui & { row: MessageRow }) {
  const { letter, session } = row;
  const edit = () => {
    desk.drafts.putBack(letter!.body ?? '');
    desk.post.discard(session!, letter!.id);
  };
  return (
    <div class="failed xs" role="alert">
      <span class="bad"><b>{text.t('failed')}.</b> {text.t(`refusal.${letter!.failed!}`)}</span>
      <span class="acts">
        <button class="link" type="button" onClick={() => desk.post.retry(session!, letter!.id)}>{text.t('retry')}</button>
        {letter!.body && <button class="link" type="button" onClick={edit}>{text.t('edit')}</button>}
        <button class="link" type="button" onClick={() => desk.post.discard(session!, letter!.id)}>{text.t('discard')}</button>
      </span>
    </div>
  );
}
