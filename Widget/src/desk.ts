import { cell } from './cell';
import { Protocol, type Entry, type RefusalCode, type Reply, type WidgetSite } from './contracts';
import { Conversation } from './conversation';
import { Drafts } from './drafts';
import { Files } from './files';
import { Line } from './line';
import { Post } from './post';
import type { Opening } from './outbox';
import { Store } from './store';
import { unread } from './timeline';
import { Visitor } from './visitor';

export interface MailForm {
  /** The wish is on its way, however long the line takes. */
  readonly sending?: true;
  /** Why it was not granted. */
  readonly refused?: RefusalCode;
  /** The form of being called instead. */
  readonly call?: boolean;
}

/** One site's chat in one tab: puts the parts together and holds what the panel shows. */
export class Desk {
  readonly store: Store;
  readonly visitor: Visitor;
  readonly line: Line;
  readonly conversation: Conversation;
  readonly post: Post;
  readonly files: Files;
  readonly drafts: Drafts;

  readonly panelOpen = cell(false);
  readonly site = cell<WidgetSite | 'unknown' | 'unreachable' | undefined>(undefined);
  /** Why the last attempt to start was refused. */
  readonly startRefused = cell<RefusalCode | undefined>(undefined);
  /** The ended conversation that was put aside for a new one. */
  readonly aside = cell<string | undefined>(undefined);
  /** The conversation that is being left: said until the server knows, however long the line takes. */
  readonly leaving = cell<number | undefined>(undefined);
  /** The form of going on by e-mail, while it is open. */
  readonly mail = cell<MailForm | undefined>(undefined);
  /** What the visitor can turn on and off is shown. */
  readonly menu = cell(false);
  /** A part that was wanted could not be fetched. */
  readonly incomplete = cell(false);
  /** Opened by another page of the visit, not by a click: the focus stays where it is. */
  quiet = false;

  /** Resolves once the site is known. */
  readonly described = new Promise<WidgetSite>(resolve => { this.tellSite = resolve; });
  private tellSite!: (site: WidgetSite) => void;
  private visitorId: number | undefined;
  private skew = 0;
  private hours: ReturnType<typeof setTimeout> | undefined;
  private introduction: { name?: string; email?: string } | undefined;

  constructor(
    readonly origin: string,
    readonly key: string,
    readonly language: () => string,
    private readonly heard: (entries: readonly Entry[]) => void,
  ) {
    this.store = new Store(key);
    this.files = new Files(this);
    this.drafts = new Drafts(this.store, () => this.conversation.timeline.value?.id);
    this.aside.value = this.store.get('aside') ?? undefined;
    this.visitor = new Visitor(origin, key, this.store);
    this.conversation = new Conversation(() => this.line, fresh => {
      this.post.arrived(this.conversation.timeline.value?.entries ?? []);
      this.heard(fresh);
    }, () => {
      if (!this.post.opening) void this.greet().catch(() => {}); // Else the answer to our own start brings it.
    });
    this.post = new Post(key, this.store, () => this.line, {
      opened: c => this.conversation.show(c),
      returned: (opening, body, code) => {
        this.drafts.putBackToStart(opening, body);
        this.startRefused.value = code;
      },
      byMail: (conversation, email) => {
        this.store.set('out.mail', JSON.stringify({ conversation, email }));
        this.resumeMail();
      },
      byPhone: () => { this.mail.value = { call: true }; },
      greet: () => this.greet(),
      openConversation: () => this.conversation.timeline.value?.id,
      sent: seq => setTimeout(() => void this.conversation.reach(seq), 500), // Usually it is pushed before.
    });
    this.line = new Line(origin, key, this.visitor, {
      pushes: this.conversation.pushes,
      pulse: () => this.conversation.pulse(),
      greet: () => this.greet(),
      up: () => {
        void this.post.pump();
        this.introduce();
      },
      renewed: () => this.renewed(),
    });
    this.store.onChange(name => this.otherTab(name));
  }

  get unread(): number {
    const t = this.conversation.timeline.value;
    return t ? unread(t) : 0;
  }

  get view(): 'start' | 'chat' {
    return this.conversation.timeline.value || this.post.sessions.value.some(s => s.opening) ? 'chat' : 'start';
  }

  async describe(): Promise<WidgetSite | undefined> {
    this.site.value = undefined;
    try {
      const site = await this.visitor.describe();
      this.site.value = site ?? 'unknown';
      if (site) {
        this.store.set('color', site.color);
        this.tellSite(site);
        this.watchHours(site);
      }
      return site;
    } catch {
      this.site.value = 'unreachable';
      return undefined;
    }
  }

  /** Asks again once an opening or a closing has passed; what is shown stays until the answer is here. */
  private watchHours({ changesAt }: WidgetSite): void {
    clearTimeout(this.hours);
    if (changesAt === undefined) return;
    // Not all visitors in one second; and a clock that is ahead must not ask without a pause.
    const wait = Math.min(Math.max(changesAt - this.now(), 20_000), 3_600_000) + 5_000 * Math.random();
    this.hours = setTimeout(() => {
      this.visitor.describe().then(site => {
        if (site) this.site.value = site;
        return site;
      }, () => undefined).then(site => this.watchHours(site ?? { changesAt } as WidgetSite));
    }, wait);
  }

  start(opening: Opening, body: string): void {
    this.startRefused.value = undefined;
    this.drafts.keepStart({});
    this.post.begin(opening, body);
    this.line.open();
  }

  /** Whether the reader has the newest entry before the eyes. */
  attended(seq: number): void {
    const t = this.conversation.timeline.value;
    if (!t || seq <= t.readByVisitor || unread(t) === 0) return;
    this.conversation.read(seq, true);
    this.store.set('read', JSON.stringify([t.id, seq]));
  }

  /** Whether there was anything to send. */
  send(body: string): boolean {
    const conversation = this.conversation.timeline.value?.id;
    const attachments = conversation === undefined ? [] : this.files.take();
    if (!body && attachments.length === 0) return false;
    this.post.write(conversation, { body: body || undefined, attachment: attachments[0] });
    for (const attachment of attachments.slice(1)) this.post.write(conversation, { attachment });
    return true;
  }

  /** Whether something was typed or chosen for this conversation that the company does not have yet. */
  get unsent(): boolean {
    const id = this.conversation.timeline.value?.id;
    return !!this.drafts.message.trim() || this.files.staged.value.length > 0 || this.post.sessions.value.some(s => s.conversation === id && s.unsent.length > 0);
  }

  leave(conversation: number): void {
    this.leaving.value = conversation;
    void this.ask(() => this.line.call('Leave', conversation)).then(() => { this.leaving.value = undefined; });
  }

  rate(conversation: number, score: number, comment: string | undefined): Promise<RefusalCode | undefined> {
    return this.ask(() => this.line.call('Rate', { conversation, score, comment }));
  }

  /** A call that may be made again without harm: until it is answered, across reconnects. */
  async ask(call: () => Promise<Reply<unknown>>): Promise<RefusalCode | undefined> {
    for (;;) {
      await this.line.up();
      try {
        const { refusal } = await call();
        if (refusal?.retryAfterMs === undefined) return refusal?.code;
        await new Promise(resolve => setTimeout(resolve, refusal.retryAfterMs));
      } catch {
        // The line was lost with the answer outstanding.
      }
    }
  }

  /** Puts the ended conversation aside for a new one; it can be taken up again until that one is sent. */
  startAnew(): void {
    const t = this.conversation.timeline.value;
    if (!t) return;
    this.store.set('aside', String(t.id));
    this.aside.value = String(t.id);
    this.conversation.hide();
  }

  takeUpAgain(): void {
    this.store.remove('aside');
    this.aside.value = undefined;
    this.line.open();
    void this.line.up().then(() => this.greet()).catch(() => {});
  }

  /** The wish to go on by e-mail that is stored, if there is one. */
  resumeMail(): void {
    if (this.store.get('out.mail')) import('./ui/mailForm').then(m => m.resume(this), () => { this.incomplete.value = true; });
  }

  /** By the server's clock, against which ages are counted. */
  now(): number {
    return Date.now() + this.skew;
  }

  /** What the page knows of its user: fills the form, and reaches the agent when a conversation is under way. */
  identify(who: { name?: string; email?: string }): void {
    this.drafts.keepStart({ ...this.drafts.start.value, ...who });
    this.introduction = who;
    this.introduce();
  }

  private introduce(): void {
    const t = this.conversation.timeline.value;
    const who = this.introduction;
    if (!t || !who || this.line.state.value !== 'up') return;
    this.line.call('Introduce', { conversation: t.id, ...who }).then(() => {
      if (this.introduction === who) this.introduction = undefined;
    }, () => {}); // Told again when the line is back.
  }

  private async greet(): Promise<number | 'outdated' | undefined> {
    const { value, refusal } = await this.line.call('Hello', {
      version: Protocol.version,
      language: this.language(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      page: (location.origin + location.pathname).slice(0, 2_000),
      pageTitle: document.title.slice(0, Protocol.lineLimit),
    });
    if (refusal) return refusal.code === 'protocol-version' ? 'outdated' : refusal.retryAfterMs ?? 2_000;
    if (this.visitorId !== undefined && this.visitorId !== value.visitorId) this.conversation.hide();
    this.visitorId = value.visitorId;
    this.skew = value.now - Date.now();
    this.files.limit = value.attachmentBytes;
    const { conversation, name, email } = value;
    const draft = this.drafts.start;
    if (draft.value.name === undefined && draft.value.email === undefined && (name ?? email)) draft.value = { ...draft.value, name, email };
    if (conversation && !(conversation.status === 'resolved' && this.aside.value === String(conversation.id)))
      this.conversation.show(conversation);
    this.conversation.tellRead();
    return undefined;
  }

  /** The hub does not know this visitor any more; what was typed is kept as the draft of a new start. */
  private renewed(): void {
    const typed = [this.post.empty(), this.drafts.message].filter(Boolean).join('\n');
    this.conversation.hide();
    this.drafts.putBackToStart({}, typed);
  }

  private otherTab(name: string | undefined): void {
    if (name === undefined || name.startsWith('out.')) {
      this.post.refresh();
      if (this.post.sessions.value.length > 0) this.line.open();
    }
    if (name === 'token' && this.visitor.token) {
      this.line.open();
      this.line.renew();
    }
    if (name === 'read') {
      const [id, seq] = JSON.parse(this.store.get('read') ?? '[]') as number[];
      if (id === this.conversation.timeline.value?.id && seq) this.conversation.read(seq, false);
    }
    if (name?.startsWith('draft.')) this.drafts.otherTab(name);
  }
}
