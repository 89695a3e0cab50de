import { cell } from './cell';
import { ProtocolText, type VisitorClient, type VisitorHub } from './contracts';
import { HubSocket, type Hub } from './hubSocket';
import { pause } from './retry';
import type { Visitor } from './visitor';

export type LineState = 'idle' | 'connecting' | 'up' | 'down' | 'outdated';

/** What the line needs from the conversation. */
export interface Ends {
  readonly pushes: VisitorClient;
  /** A small call that shows whether the hub still hears us, and what was missed. */
  pulse(): Promise<unknown>;
  /** Says Hello and catches up; a number of milliseconds where the hub asks to wait, 'outdated' where it speaks another version. */
  greet(): Promise<number | 'outdated' | undefined>;
  /** The hub knows us, and everything missed is under way. */
  up(): void;
  /** The token is not accepted any more, and a new visitor starts. */
  renewed(): void;
}

const connectWithinMs = 10_000;

/** The connection to the hub: held for ever once it was wanted, one socket at a time. */
export class Line {
  readonly state = cell<LineState>('idle');
  private hub: Hub | undefined;
  private used: string | undefined;
  private waiting: (() => void)[] = [];
  private wakeUp: (() => void) | undefined;

  constructor(private readonly origin: string, private readonly site: string, private readonly visitor: Visitor, private readonly ends: Ends) {
    addEventListener('online', () => this.wake());
    addEventListener('offline', () => void this.hub?.stop());
    document.addEventListener('visibilitychange', () => document.hidden || this.wake());
    addEventListener('pageshow', () => this.wake());
  }

  open(): void {
    if (this.state.value === 'idle') void this.hold();
  }

  /** When the hub knows us again; at once where it does. */
  up(): Promise<void> {
    return this.state.value === 'up' ? Promise.resolve() : new Promise(resolve => { this.waiting.push(resolve); });
  }

  /** Rejects when the connection is lost before the answer came: whether the call was carried out is then unknown. */
  call<M extends keyof VisitorHub>(method: M, ...rest: Parameters<VisitorHub[M]>): Promise<ReturnType<VisitorHub[M]>> {
    return this.hub ? this.hub.invoke(method, ...rest) as Promise<ReturnType<VisitorHub[M]>> : Promise.reject(new Error('not connected'));
  }

  /** Another tab may have got another token: then this is another visitor's connection. */
  renew(): void {
    if (this.used === this.visitor.token) return;
    void this.hub?.stop();
    this.wakeUp?.();
  }

  /** The network or the reader came back: no waiting now, and a connection that only seems to live is noticed. */
  private wake(): void {
    this.wakeUp?.();
    const { hub } = this;
    if (this.state.value !== 'up' || !hub) return;
    const silent = setTimeout(() => void hub.stop(), 5_000);
    this.ends.pulse().then(() => clearTimeout(silent), () => {});
  }

  private async hold(): Promise<void> {
    this.state.value = 'connecting';
    for (let attempt = 0; ; attempt++) {
      let wait = pause(attempt, Math.random());
      try {
        const { closed } = await this.connect(attempt);
        const answer = await this.ends.greet();
        if (answer === 'outdated') {
          this.state.value = 'outdated';
          return void this.hub?.stop();
        }
        if (answer === undefined) {
          attempt = -1;
          this.state.value = 'up';
          this.ends.up();
          this.waiting.splice(0).forEach(resolve => resolve());
          await closed;
          wait = pause(0, Math.random());
        } else {
          wait = answer;
          void this.hub?.stop();
        }
      } catch {
        void this.hub?.stop();
      }
      this.hub = undefined;
      this.state.value = 'down';
      await new Promise<void>(resolve => {
        this.wakeUp = resolve;
        setTimeout(resolve, wait);
      });
    }
  }

  /** Answers, once connected, with a promise of its end. */
  private async connect(attempt: number): Promise<{ closed: Promise<void> }> {
    const token = await this.visitor.pass();
    if (attempt > 0 && !(await this.visitor.stillKnown())) {
      this.visitor.forget(token);
      await this.visitor.pass();
      this.ends.renewed();
    }

    // Where the socket fails twice although the hub answers, something on the way does not let it through.
    const url = `${this.origin}${ProtocolText.visitorHubPath}?site=${encodeURIComponent(this.site)}`;
    const pass = () => this.visitor.token ?? '';
    this.used = this.visitor.token;
    const hub = attempt < 2 || attempt % 3 === 0 ? new HubSocket(url, pass) : (await import('./fallback')).negotiated(url, pass);

    for (const name of ['Entries', 'Waiting', 'Read', 'Typing', 'Head'] as const)
      hub.on(name, (push: never) => this.ends.pushes[name](push));
    const closed = new Promise<void>(resolve => hub.onclose(() => resolve()));
    const late = setTimeout(() => void hub.stop(), connectWithinMs);
    await hub.start().finally(() => clearTimeout(late));
    this.hub = hub;
    return { closed };
  }
}
