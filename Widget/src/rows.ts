import { isEvent } from './card';
import type { Attachment, Entry } from './contracts';
import type { Letter, Session } from './outbox';
import { waits, type Timeline } from './timeline';

/** The conversation as it is drawn, from top to bottom. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'event'; readonly key: string; readonly entry: Entry }
  | { readonly kind: 'card'; readonly key: string }
  | MessageRow;

export interface MessageRow {
  readonly kind: 'message';
  readonly key: string;
  readonly at: number;
  readonly mine: boolean;
  readonly agentId?: number;
  readonly body?: string;
  readonly attachment?: Attachment;
  readonly seq?: number;
  readonly letter?: Letter;
  readonly session?: number;
  /** First and last of a run by one author. */
  readonly first: boolean;
  readonly last: boolean;
}

const together = 5 * 60_000;
const silent = new Set(['note', 'outcome', 'introduced', 'rated']);

export function rows(t: Timeline | undefined, outbox: readonly Session[], now: number, sameDay: (a: number, b: number) => boolean): Row[] {
  return grouped(separated([...(t ? stored(t) : []), ...pending(t, outbox)], now, sameDay));
}

function stored(t: Timeline): Row[] {
  const lines: Row[] = [];
  const waiting = waits(t);
  const waitingSince = waiting ? t.entries.findLastIndex(e => e.kind === 'queued') : -1;
  let card = waiting && waitingSince < 0;
  if (card) lines.push({ kind: 'card', key: 'card' });
  t.entries.forEach((e, i) => {
    if (e.kind === 'message') lines.push(message(e));
    else if (e.kind === 'queued' ? !firstQueued(t, e) : e.kind === 'hold' ? e.body && (isEvent(e.detail?.hold) || !waiting || i < waitingSince) : !silent.has(e.kind)) lines.push({ kind: 'event', key: `e${e.seq}`, entry: e });
    // The card stands right below the message that it answers, and stays there.
    const next = t.entries[i + 1];
    if (!card && waitingSince >= 0 && i >= waitingSince && !(next?.kind === 'message' && next.at === t.entries[waitingSince]!.at)) {
      lines.push({ kind: 'card', key: 'card' });
      card = true;
    }
  });
  return lines;
}

const firstQueued = (t: Timeline, e: Entry) => t.after === 0 && t.entries.find(x => x.kind === 'queued') === e;

const message = (e: Entry): MessageRow => ({
  kind: 'message', key: e.session ? `m${e.session}.${e.number}` : `e${e.seq}`, at: e.at, mine: e.by === 'visitor', agentId: e.agentId,
  body: e.body, attachment: e.detail?.attachment, seq: e.seq, first: true, last: true,
});

/** Letters that have not come back as entries, in the order in which they will go. */
function pending(t: Timeline | undefined, outbox: readonly Session[]): MessageRow[] {
  const arrived = new Set(t?.entries.map(e => `${e.session}.${e.number}`));
  return outbox
    .filter(s => s.opening ? true : s.conversation === t?.id)
    .flatMap(s => s.unsent.map(letter => ({ s, letter })))
    .filter(({ s, letter }) => !arrived.has(`${s.session}.${letter.number}`))
    .sort((a, b) => a.letter.id - b.letter.id)
    .map(({ s, letter }) => ({
      kind: 'message', key: letter.failed ? `f${s.session}.${letter.id}` : `m${s.session}.${letter.number}`, at: letter.id, mine: true,
      body: letter.body, attachment: letter.attachment, letter, session: s.session, first: true, last: true,
    }));
}

/** A line before the first of each day; none where all of it is of today. */
function separated(lines: readonly Row[], now: number, sameDay: (a: number, b: number) => boolean): Row[] {
  let day: number | undefined;
  const result = lines.flatMap((line): Row[] => {
    const at = line.kind === 'message' ? line.at : line.kind === 'event' ? line.entry.at : undefined;
    if (at === undefined || (day !== undefined && sameDay(day, at))) return [line];
    day = at;
    return [{ kind: 'day', key: `d${line.key}`, at }, line];
  });
  const days = result.filter(r => r.kind === 'day');
  return days.length === 1 && sameDay(days[0]!.at, now) ? result.filter(r => r !== days[0]) : result;
}

function grouped(lines: readonly Row[]): Row[] {
  const joins = (a: Row | undefined, b: Row | undefined) =>
    a?.kind === 'message' && b?.kind === 'message' && a.mine === b.mine && a.agentId === b.agentId && Math.abs(b.at - a.at) < together;
  return lines.map((line, i) =>
    line.kind === 'message' ? { ...line, first: !joins(lines[i - 1], line), last: !joins(line, lines[i + 1]) } : line);
}
