import type { onChange } from './cell';
import type { Entry } from './contracts';
import type { Desk } from './desk';

type EventName = 'open' | 'close' | 'message' | 'status';
type Listener = (detail: unknown) => void;

/** window.SupportHub: what the developer of the customer's site can ask for and listen to, but for opening and closing. Fetched for pages that use it. */
export class Api {
  /** Told after the change that they belong to. */
  private readonly messages: Entry[] = [];
  private readonly listeners = new Map<string, Set<Listener>>();
  private watching = false;

  constructor(private readonly desk: Desk, private readonly whenever: typeof onChange) {}

  run(name: string, rest: readonly unknown[]): void {
    if (name === 'setTopic') this.setTopic(rest[0]);
    else if (name === 'identify') this.identify(rest[0]);
    else if (name === 'on') this.of(rest[0]).add(rest[1] as Listener);
    else if (name === 'off') this.of(rest[0]).delete(rest[1] as Listener);
    else console.warn(`SupportHub: there is no '${name}'.`);
    this.watch();
  }

  heard(entries: readonly Entry[]): void {
    this.messages.push(...entries.filter(e => e.kind === 'message' && e.by === 'agent'));
  }

  /** By the topic's number or its title in any language; before a conversation, because later an agent decides it. */
  private setTopic(topic: unknown): void {
    void this.desk.described.then(site => {
      const found = site.topics.find(t => t.id === topic || Object.values(t.title).some(x => x === topic));
      if (found) this.desk.drafts.keepStart({ ...this.desk.drafts.start.value, topicId: found.id });
    });
  }

  private identify(who: unknown): void {
    const { name, email } = (who ?? {}) as { name?: unknown; email?: unknown };
    const known = { ...typeof name === 'string' && { name }, ...typeof email === 'string' && { email } };
    this.desk.identify(known);
  }

  /** Once somebody listens: what happened while this was being fetched is told then. */
  private watch(): void {
    if (this.watching) return;
    this.watching = true;
    const { desk } = this;
    let open = false;
    let status: string | undefined;
    this.whenever(() => {
      if (desk.panelOpen.value !== open) this.emit((open = desk.panelOpen.value) ? 'open' : 'close', undefined);
      const now = desk.conversation.timeline.value?.status;
      if (now !== status) this.emit('status', status = now);
      for (const e of this.messages.splice(0)) this.emit('message', { body: e.body, at: e.at });
    });
  }

  private of(event: unknown): Set<Listener> {
    const name = String(event);
    if (!this.listeners.has(name)) this.listeners.set(name, new Set());
    return this.listeners.get(name)!;
  }

  private emit(event: EventName, detail: unknown): void {
    // A listener of the page must not stop the chat.
    for (const listen of this.of(event)) queueMicrotask(() => listen(detail));
  }
}
