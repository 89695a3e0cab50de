import { cell } from './cell';
import type { Opening } from './outbox';
import type { Store } from './store';

/** What is typed before a conversation exists. */
export type StartDraft = Opening & { readonly body?: string };

/** What is typed and not sent: kept across reloads, the same in all tabs. */
export class Drafts {
  readonly start = cell<StartDraft>({});
  /** Counts the changes that did not come from typing here: the fields take them over. */
  readonly elsewhere = cell(0);

  constructor(private readonly store: Store, private readonly conversation: () => number | undefined) {
    this.start.value = this.readStart();
  }

  keepStart(draft: StartDraft): void {
    this.start.value = draft;
    if (Object.values(draft).some(Boolean)) this.store.set('draft.new', JSON.stringify(draft));
    else this.store.remove('draft.new');
  }

  /** Into the conversation that is shown. */
  get message(): string {
    return this.store.get(this.name) ?? '';
  }

  set message(text: string) {
    if (text) this.store.set(this.name, text);
    else this.store.remove(this.name);
  }

  /** A refused message goes back to where it can be changed. */
  putBack(text: string): void {
    this.message = joined(this.message, text);
    this.elsewhere.value++;
  }

  putBackToStart(opening: Opening, body: string): void {
    this.keepStart({ ...this.start.value, ...opening, body: joined(this.start.value.body, body) });
    this.elsewhere.value++;
  }

  otherTab(name: string): void {
    if (name === 'draft.new') this.start.value = this.readStart();
    this.elsewhere.value++;
  }

  private get name() {
    return `draft.${this.conversation() ?? 'opening'}`;
  }

  private readStart(): StartDraft {
    try {
      return JSON.parse(this.store.get('draft.new') ?? '{}') as StartDraft;
    } catch {
      return {};
    }
  }
}

const joined = (...texts: (string | undefined)[]) => texts.filter(Boolean).join('\n');
