import { cell } from './cell';
import type { Entry, RefusalCode, VisitorConversation } from './contracts';
import type { Line } from './line';
import {
  acknowledged, arrived, begin, beginOpening, discard, nextLetter, nextSession, openedAs, parse, refused, renumbered, retry,
  worthKeeping, write, type Letter, type Opening, type Session,
} from './outbox';
import type { Store } from './store';

/** What the post needs from the chat. */
export interface Addressee {
  opened(c: VisitorConversation): void;
  /** The opening was refused: what was typed goes back to where it can be changed. */
  returned(opening: Opening, body: string, code: RefusalCode): void;
  /** Asks the hub which conversation is open. */
  greet(): Promise<unknown>;
  openConversation(): number | undefined;
  /** What was to be a mail joins a conversation that another tab began: the answer is wanted by mail all the same. */
  byMail(conversation: number, email: string): void;
  /** Likewise what was to be a call. */
  byPhone(): void;
  /** Acknowledged as this entry, which may not have arrived. */
  sent(seq: number): void;
}

/**
 * The outbox: a message is stored before it is sent, and stays until the hub has acknowledged it. What a closed tab left behind is
 * adopted by another one (a Web Lock tells that its owner is gone) and sent under its own session and number, so that it arrives once.
 */
export class Post {
  /** Everything on its way in this browser, other tabs' too. */
  readonly sessions = cell<readonly Session[]>([]);
  private readonly mine = new Map<number, () => void>();
  private readonly courted = new Set<number>();
  private current: number | undefined;
  private spare: number;
  private pumping = false;

  constructor(private readonly site: string, private readonly store: Store, private readonly line: () => Line, private readonly to: Addressee) {
    this.spare = this.reserve();
    this.refresh();
  }

  /** Whether this tab is about to open a conversation. */
  get opening(): boolean {
    return this.sessions.value.some(s => s.opening && this.mine.has(s.session));
  }

  /** Another tab's outbox changed. */
  refresh(): void {
    const others = this.store.names('out.').map(n => parse(this.store.get(n))).filter(s => s && !this.mine.has(s.session)) as Session[];
    this.sessions.value = [...this.sessions.value.filter(s => this.mine.has(s.session)), ...others];
    others.forEach(s => this.court(s.session));
  }

  begin(opening: Opening, body: string): void {
    const session = this.own();
    this.keep(beginOpening(session, opening, body, Date.now()));
    void this.pump();
  }

  write(conversation: number | undefined, what: Pick<Letter, 'body' | 'attachment'>): void {
    const now = this.sessions.value.find(s => s.session === this.current);
    const fits = now && (now.opening ? conversation === undefined : now.conversation === conversation);
    const opening = conversation === undefined ? this.sessions.value.find(s => s.opening && this.mine.has(s.session)) : undefined;
    const into = fits ? now : opening ?? (conversation === undefined ? undefined : begin(this.own(), conversation));
    if (!into) return;
    this.keep(write(into, what, Date.now()));
    void this.pump();
  }

  retry(session: number, id: number): void {
    this.amend(session, s => retry(s, id, Date.now()));
    void this.pump();
  }

  discard(session: number, id: number): void {
    this.amend(session, s => discard(s, id));
  }

  arrived(entries: readonly Entry[]): void {
    for (const s of this.sessions.value) this.amend(s.session, x => arrived(x, entries));
  }

  /** The visitor is another one now: what could not be sent is handed back as text. */
  empty(): string {
    const bodies = this.sessions.value.flatMap(s => s.unsent.filter(l => !l.sent).map(l => l.body ?? ''));
    this.sessions.value.forEach(s => this.drop(s.session));
    this.current = undefined;
    return bodies.filter(Boolean).join('\n');
  }

  /** One message under way at a time, the oldest first; ends when all is sent or the line is lost. */
  async pump(): Promise<void> {
    if (this.pumping) return;
    this.pumping = true;
    try {
      for (;;) {
        const s = nextSession(this.sessions.value.filter(x => this.mine.has(x.session)));
        if (!s || this.line().state.value !== 'up') return;
        const wait = await (s.opening ? this.open(s, s.opening) : this.send(s, s.conversation!));
        if (wait) await new Promise(resolve => setTimeout(resolve, wait));
      }
    } catch {
      // The line was lost with the answer outstanding: the same goes again, under the same number, when it is back.
    } finally {
      this.pumping = false;
    }
  }

  private async open(s: Session, opening: Opening): Promise<number | undefined> {
    const letter = nextLetter(s)!;
    const { value, refusal } = await this.line().call('Start', { session: s.session, body: letter.body ?? '', ...opening });
    if (value) {
      this.amend(s.session, x => openedAs(x, value.id));
      this.to.opened(value);
      return undefined;
    }
    const wait = await this.waitFor(refusal.code, refusal.retryAfterMs);
    if (wait !== undefined) return wait;
    const open = refusal.code === 'already-open' ? (await this.to.greet(), this.to.openConversation()) : undefined;
    if (open !== undefined) {
      this.replace(s.session, (x, session) => renumbered(x, session, open));
      if (opening.byMail) this.to.byMail(open, opening.email!);
      if (opening.call) this.to.byPhone();
      return undefined;
    }
    const whole = this.sessions.value.find(x => x.session === s.session) ?? s;
    this.drop(s.session);
    this.to.returned(opening, whole.unsent.map(l => l.body ?? '').join('\n'), refusal.code);
    return undefined;
  }

  private async send(s: Session, conversation: number): Promise<number | undefined> {
    const { number, body, attachment } = nextLetter(s)!;
    const { value, refusal } = await this.line().call('Send', { conversation, session: s.session, number, body, attachmentId: attachment?.id });
    if (value) {
      this.amend(s.session, x => acknowledged(x, number));
      this.to.sent(value.seq);
      return undefined;
    }
    const wait = await this.waitFor(refusal.code, refusal.retryAfterMs);
    if (wait !== undefined) return wait;
    if (refusal.code === 'number-gap' || refusal.code === 'number-reused') this.replace(s.session, renumbered);
    else this.amend(s.session, x => refused(x, number, refusal.code));
    return undefined;
  }

  /** Milliseconds after which the very same call may succeed; nothing where it never will. */
  private async waitFor(code: RefusalCode, retryAfterMs: number | undefined): Promise<number | undefined> {
    if (code === 'hello-first') await this.to.greet();
    return retryAfterMs ?? ({ busy: 1_000, 'too-fast': 2_000, 'hello-first': 250 } as { [code: string]: number })[code];
  }

  /** A session of this tab, whose lock is held since before anyone could see it. */
  private own(): number {
    this.current = this.spare;
    this.spare = this.reserve();
    return this.current;
  }

  private reserve(): number {
    const session = 1 + Math.floor(Math.random() * (Number.MAX_SAFE_INTEGER - 1));
    let release = () => {};
    const held = new Promise<void>(resolve => { release = resolve; });
    void navigator.locks?.request(this.lock(session), () => held);
    this.mine.set(session, release);
    return session;
  }

  /** Waits for the session's owner to be gone, however long that takes. */
  private court(session: number): void {
    if (this.courted.has(session)) return;
    this.courted.add(session);
    const adopt = (held?: Promise<void>, release = () => {}) => {
      const s = parse(this.store.get(`out.${session}`));
      this.courted.delete(session);
      if (!s) return undefined;
      this.mine.set(session, release);
      this.sessions.value = [...this.sessions.value.filter(x => x.session !== session), s];
      void this.pump();
      return held;
    };
    if (!navigator.locks) return void adopt(); // Two senders of one message are harmless: it has one number.
    let release = () => {};
    const held = new Promise<void>(resolve => { release = resolve; });
    void navigator.locks.request(this.lock(session), () => adopt(held, release));
  }

  private lock(session: number) {
    return `supporthub.${this.site}.${session}`;
  }

  private amend(session: number, change: (s: Session) => Session): void {
    const s = this.sessions.value.find(x => x.session === session);
    const next = s && change(s);
    if (next && next !== s && this.mine.has(session)) this.keep(next);
  }

  private replace(old: number, change: (s: Session, session: number) => Session): void {
    const s = this.sessions.value.find(x => x.session === old);
    if (!s) return;
    this.keep(change(s, this.own()));
    this.drop(old);
  }

  private keep(s: Session): void {
    const kept = worthKeeping(s);
    if (kept) this.store.set(`out.${s.session}`, JSON.stringify(kept));
    else this.store.remove(`out.${s.session}`);
    if (s.unsent.length === 0 && s.session !== this.current) return this.drop(s.session);
    const all = this.sessions.value;
    this.sessions.value = all.some(x => x.session === s.session) ? all.map(x => x.session === s.session ? s : x) : [...all, s];
  }

  private drop(session: number): void {
    this.store.remove(`out.${session}`);
    this.sessions.value = this.sessions.value.filter(x => x.session !== session);
    this.mine.get(session)?.();
    this.mine.delete(session);
  }
}
