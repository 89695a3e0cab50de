import { onChange } from './cell';
import type { Entry } from './contracts';
import type { Desk } from './desk';

type EventName = 'open' | 'close' | 'message' | 'status';
type Listener = (detail: unknown) => void;

/** window.SupportHub: what the developer of the customer's site can ask for and listen to. */
export class Api {
  /** Told after the change that they belong to. */
  private readonly messages: Entry[] = [];
  private readonly listeners = new Map<string, Set<Listener>>();

  constructor(private readonly desk: Desk) {
    let open = false;
    let status: string | undefined;
    onChange(() => {
      if (desk.panelOpen.value !== open) this.emit((open = desk.panelOpen.value) ? 'open' : 'close', undefined);
      const now = desk.conversation.timeline.value?.status;
      if (now !== status) this.emit('status', status = now);
      for (const e of this.messages.splice(0)) this.emit('message', { body: e.body, at: e.at });
    });
  }

  run(name: string, rest: readonly unknown[]): void {
    const { panelOpen } = this.desk;
    if (name === 'open') panelOpen.value = true;
    else if (name === 'close') panelOpen.value = false;
    else if (name === 'toggle') panelOpen.value = !panelOpen.value;
    else if (name === 'setTopic') this.setTopic(rest[0]);
    else if (name === 'identify') this.identify(rest[0]);
    else if (name === 'on') this.of(rest[0]).add(rest[1] as Listener);
    else if (name === 'off') this.of(rest[0]).delete(rest[1] as Listener);
    else console.warn(`SupportHub: there is no '${name}'.`);
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
