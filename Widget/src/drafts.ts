import { cell } from './cell';
import type { Opening } from './outbox';
import type { Store } from './store';

/** Where that is kept which is typed between an opening and its answer. */
const OPENING = 'draft.opening';

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

  /** Into the conversation that is shown; what was typed while it was being opened belongs there too. */
  get message(): string {
    return this.store.get(this.name) ?? this.store.get(OPENING) ?? '';
  }

  set message(text: string) {
    this.store.remove(OPENING);
    if (text) this.store.set(this.name, text);
    else this.store.remove(this.name);
  }

  /** A refused message goes back to where it can be changed. */
  putBack(text: string): void {
    this.message = joined(this.message, text);
    this.elsewhere.value++;
  }

  putBackToStart(opening: Opening, body: string): void {
    this.keepStart({ ...this.start.value, ...opening, body: joined(this.start.value.body, body, this.store.get(OPENING)) });
    this.store.remove(OPENING);
    this.elsewhere.value++;
  }

  otherTab(name: string): void {
    if (name === 'draft.new') this.start.value = this.readStart();
    this.elsewhere.value++;
  }

  private get name() {
    const id = this.conversation();
    return id === undefined ? OPENING : `draft.${id}`;
  }

  private readStart(): StartDraft {
    try {
      return JSON.parse(this.store.get('draft.new') ?? '{}') as StartDraft;
    } catch {
      return {};
    }
  }
}

const joined = (...texts: (string | null | undefined)[]) => texts.filter(Boolean).join('\n');
