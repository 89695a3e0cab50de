import { shown, type Card } from './card';
import type { CallDetail, ConversationStatus, EntriesPush, Entry, EntryPage, Person, VisitorConversation, WaitingCard } from './contracts';

/** A conversation as this browser knows it: an unbroken run of its public entries, and what they say, folded in order. */
export interface Timeline {
  readonly id: number;
  readonly entries: readonly Entry[];
  /** The newest entry before the first one here; 0 where there is none. */
  readonly after: number;
  /** The newest entry here. */
  readonly head: number;
  readonly status: ConversationStatus;
  readonly agent?: Person;
  readonly topicId?: number;
  readonly score?: number;
  readonly people: { readonly [id: number]: Person };
  readonly readByAgent: number;
  readonly readByVisitor: number;
  readonly waiting?: Card;
  /** Where the answer goes by e-mail: then nobody waits in front of the screen. */
  readonly mailTo?: string;
  /** A call that the customer waits for. */
  readonly call?: CallDetail;
}

/** Whether the customer waits for somebody to come. */
export const waits = (t: Timeline | undefined) => t?.status === 'waiting' && !t.mailTo;

const headOf = (entries: readonly Entry[], otherwise: number) => entries.at(-1)?.seq ?? otherwise;

export function opened(c: VisitorConversation): Timeline {
  const { entries, after } = c.entries;
  const start: Timeline = {
    id: c.id, entries, after, head: headOf(entries, after), status: c.status, agent: c.agent, topicId: c.topicId,
    people: known({}, [c.agent, c.waiting?.agent]), readByAgent: c.readByAgent, readByVisitor: c.readByVisitor, waiting: shown(undefined, c.waiting),
  };
  const folded = entries.reduce(fold, start);
  // The server's own state counts: the entries that made it may be on an earlier page.
  return { ...folded, status: c.status, agent: c.agent ?? folded.agent, topicId: c.topicId ?? folded.topicId };
}

/** The same conversation after a reconnect: state is the server's, entries are what we have and the new ones where they join. */
export function reopened(t: Timeline, c: VisitorConversation): Timeline {
  const fresh = opened(c);
  if (fresh.head < t.head) return t; // An answer that was overtaken by pushes.
  const joined = append(t, { conversation: c.id, after: c.entries.after, entries: c.entries.entries });
  const here = joined === 'gap' ? t : joined;
  return {
    ...here, status: fresh.status, agent: fresh.agent ?? here.agent, topicId: fresh.topicId, score: fresh.score ?? here.score,
    people: { ...here.people, ...fresh.people }, waiting: fresh.status === 'waiting' ? latest(here.waiting, shown(here.waiting, c.waiting)) : undefined,
    readByAgent: Math.max(here.readByAgent, fresh.readByAgent), readByVisitor: Math.max(here.readByVisitor, fresh.readByVisitor),
  };
}

/** A push may overtake an answer that was made before it. */
export const latest = (one: WaitingCard | undefined, other: WaitingCard | undefined) => (one && other ? (one.at > other.at ? one : other) : one ?? other);

/** What a push adds; 'gap' where something between it and what we have is missing. */
export function append(t: Timeline, push: EntriesPush): Timeline | 'gap' {
  if (push.conversation !== t.id) return t;
  if (push.after > t.head) return 'gap';
  const fresh = push.entries.filter(e => e.seq > t.head);
  if (fresh.length === 0) return t;
  return fresh.reduce(fold, { ...t, entries: [...t.entries, ...fresh], head: headOf(fresh, t.head) });
}

/** The page just before the first entry here. */
export function prepend(t: Timeline, page: EntryPage): Timeline {
  const first = t.entries[0]?.seq ?? t.head + 1;
  const older = page.entries.filter(e => e.seq < first);
  return {
    ...t, entries: [...older, ...t.entries], after: older.length > 0 ? page.after : 0,
    people: known(t.people, older.map(e => e.detail?.agent)),
  };
}

/** What one entry changes. */
export function fold(t: Timeline, e: Entry): Timeline {
  const agent = e.detail?.agent ?? (e.agentId === undefined ? undefined : t.people[e.agentId]);
  const people = known(t.people, [e.detail?.agent]);
  switch (e.kind) {
    // Who writes again after the end is here again; whoever hands a mail over only passes it on.
    case 'queued': return {
      ...t, people, status: 'waiting', agent: undefined, topicId: e.detail?.topicId ?? t.topicId, mailTo: e.detail?.reason === 'wrote-again' ? undefined : t.mailTo,
    };
    case 'mailed': return { ...t, waiting: undefined, mailTo: e.detail?.email };
    case 'call-wanted': return { ...t, call: e.detail?.call, mailTo: undefined, waiting: e.detail?.call?.at ? undefined : t.waiting };
    case 'called': return { ...t, people, call: e.detail?.call?.at ? { ...t.call, at: e.detail.call.at } : undefined };
    case 'call-cancelled': return { ...t, call: undefined };
    case 'joined': return { ...t, people, status: 'assigned', agent, waiting: undefined };
    case 'left': return { ...t, people, agent: undefined };
    // Whoever had it last is kept: the rating asks about that person.
    case 'resolved': return { ...t, people, status: 'resolved', waiting: undefined, call: undefined };
    case 'rated': return { ...t, people, score: e.detail?.score };
    default: return people === t.people ? t : { ...t, people };
  }
}

function known(people: Timeline['people'], more: readonly (Person | undefined)[]): Timeline['people'] {
  const fresh = more.filter(p => p !== undefined && people[p.id] !== p) as Person[];
  return fresh.length === 0 ? people : { ...people, ...Object.fromEntries(fresh.map(p => [p.id, p])) };
}

/** Messages of the other side beyond what the visitor saw. */
export const unread = (t: Timeline) =>
  t.entries.filter(e => e.kind === 'message' && e.by === 'agent' && e.seq > t.readByVisitor).length;
