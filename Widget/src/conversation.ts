import { cell } from './cell';
import { shown } from './card';
import type { EntriesPush, Entry, Person, VisitorClient, VisitorConversation, WaitingPush } from './contracts';
import type { Line } from './line';
import { append, latest, opened, prepend, reopened, type Timeline } from './timeline';

/** The conversation that is shown, kept whole: a push that does not join is answered by asking for what is missing. */
export class Conversation {
  readonly timeline = cell<Timeline | undefined>(undefined);
  readonly typing = cell<{ readonly agent?: Person } | undefined>(undefined);
  readonly loadingEarlier = cell(false);
  /** A card that came before the answer that tells of its conversation. */
  private early: WaitingPush | undefined;
  private wanted = 0;
  private catching: Promise<void> | undefined;
  private typingEnds: ReturnType<typeof setTimeout> | undefined;
  private typedAt = 0;

  /**
   * @param arrived Called with entries that were not here before, in order, each once.
   * @param elsewhere Called when another conversation than the shown one speaks: another tab began it.
   */
  constructor(
    private readonly line: () => Line,
    private readonly arrived: (entries: readonly Entry[]) => void,
    private readonly elsewhere: () => void,
  ) {}

  readonly pushes: VisitorClient = {
    Entries: push => this.take(push),
    Waiting: push => {
      const { conversation, card } = push;
      if (this.timeline.value?.id !== conversation) this.early = push;
      this.change(conversation, t => ({ ...t, waiting: shown(t.waiting, card), people: card?.agent ? { ...t.people, [card.agent.id]: card.agent } : t.people }));
    },
    Read: ({ conversation, seq }) => this.change(conversation, t => ({ ...t, readByAgent: Math.max(t.readByAgent, seq) })),
    Typing: ({ conversation, agent }) => this.change(conversation, t => {
      clearTimeout(this.typingEnds);
      this.typing.value = { agent };
      this.typingEnds = setTimeout(() => { this.typing.value = undefined; }, 6_000);
      return t;
    }),
    Head: ({ conversation, head }) => { if (this.timeline.value?.id === conversation) void this.reach(head); },
  };

  /** What Hello or Start answered. */
  show(c: VisitorConversation): void {
    const t = this.timeline.value;
    if (this.early?.conversation === c.id && c.status === 'waiting') c = { ...c, waiting: latest(c.waiting, this.early.card) };
    this.early = undefined;
    if (t?.id !== c.id) {
      this.wanted = 0;
      this.typing.value = undefined;
      this.timeline.value = opened(c);
      this.arrived([]);
    } else {
      this.replace(t, reopened(t, c));
    }
    void this.reach(c.entries.head);
  }

  hide(): void {
    this.timeline.value = undefined;
    this.typing.value = undefined;
  }

  /** Fetches until the entry with this seq is here. Calls while it runs join it. */
  reach(seq: number): Promise<void> {
    this.wanted = Math.max(this.wanted, seq);
    return this.catching ??= this.catchUp().catch(() => {}).finally(() => { this.catching = undefined; });
  }

  async pulse(): Promise<void> {
    const t = this.timeline.value;
    if (!t) return;
    const { value } = await this.line().call('After', t.id, t.head);
    if (value) {
      this.take(value);
      await this.reach(value.head);
    }
  }

  /** The page before the first entry here. */
  async earlier(): Promise<void> {
    const t = this.timeline.value;
    const first = t?.entries[0];
    if (!t || !first || t.after === 0 || this.loadingEarlier.value) return;
    this.loadingEarlier.value = true;
    try {
      const { value } = await this.line().call('Before', t.id, first.seq);
      if (value) this.change(t.id, now => prepend(now, value));
    } catch {
      // The line was lost; scrolling up asks again.
    } finally {
      this.loadingEarlier.value = false;
    }
  }

  /** The reader sees the newest entry. */
  read(seq: number, tell: boolean): void {
    const t = this.timeline.value;
    if (!t || seq <= t.readByVisitor) return;
    this.timeline.value = { ...t, readByVisitor: seq };
    if (tell) this.tellRead();
  }

  /** Told again after each reconnect, because the answer may have been lost. */
  tellRead(): void {
    const t = this.timeline.value;
    if (t && t.readByVisitor > 0) this.line().call('Read', t.id, t.readByVisitor).catch(() => {});
  }

  tellTyping(now: number): void {
    const t = this.timeline.value;
    if (!t || t.status === 'resolved' || now - this.typedAt < 3_000) return;
    this.typedAt = now;
    this.line().call('Typing', t.id).catch(() => {});
  }

  private take(push: EntriesPush): void {
    const t = this.timeline.value;
    if (t?.id !== push.conversation) return this.elsewhere();
    const next = append(t, push);
    if (next === 'gap') void this.reach(push.entries.at(-1)?.seq ?? push.after);
    else this.replace(t, next);
  }

  private async catchUp(): Promise<void> {
    for (let t = this.timeline.value; t && t.head < this.wanted; t = this.timeline.value) {
      const { value } = await this.line().call('After', t.id, t.head);
      const now = this.timeline.value;
      if (!value || now?.id !== t.id) return;
      const next = append(now, value);
      if (next === 'gap' || next.head === t.head) return; // Nothing newer that we may see: the head was internal.
      this.replace(now, next);
    }
  }

  private replace(before: Timeline, next: Timeline): void {
    if (next === before) return;
    const fresh = next.entries.filter(e => e.seq > before.head);
    this.timeline.value = next;
    if (fresh.some(e => e.by === 'agent')) this.typing.value = undefined;
    this.arrived(fresh);
  }

  private change(conversation: number, change: (t: Timeline) => Timeline): void {
    const t = this.timeline.value;
    if (t?.id === conversation) this.timeline.value = change(t);
  }
}
