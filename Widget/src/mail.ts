import type { RefusalCode, Reply } from './contracts';
import type { Desk } from './desk';
import type { StartDraft } from './drafts';
import type { Session } from './outbox';
import type { Timeline } from './timeline';

/** That a conversation goes on by e-mail: kept like a message on its way, until the hub has answered. */
interface Wish {
  readonly conversation: number;
  readonly email: string;
}

const kept = 'out.mail';

export function parse(text: string | null): Wish | undefined {
  try {
    const { conversation, email } = JSON.parse(text ?? '') as Partial<Wish>;
    return Number.isSafeInteger(conversation) && typeof email === 'string' ? { conversation: conversation!, email } : undefined;
  } catch {
    return undefined;
  }
}

/** What is known of where this customer reads mail, the newest first. */
export const knownAddress = (t: Timeline, start: StartDraft): string =>
  t.mailTo ?? t.entries.findLast(e => e.by === 'visitor' && e.detail?.email)?.detail?.email ?? start.email ?? '';

/** Whether something that was written before has yet to go. */
export const ahead = (outbox: readonly Session[], conversation: number): boolean =>
  outbox.some(s => s.conversation === conversation && s.unsent.some(l => !l.failed && !l.sent));

export function wish(desk: Desk, conversation: number, email: string): void {
  desk.store.set(kept, JSON.stringify({ conversation, email } satisfies Wish));
  resume(desk);
}

export function withdraw(desk: Desk): void {
  desk.store.remove(kept);
  desk.mail.value = undefined;
}

/** Also what an earlier page wished. Twice does no harm: the hub does the same for the same address once. */
export function resume(desk: Desk): void {
  const text = desk.store.get(kept);
  const wish = parse(text);
  if (!wish) return;
  const form = desk.mail.value = { sending: true };
  const wanted = () => desk.store.get(kept) === text;
  const call = async (): Promise<Reply<unknown>> =>
    !wanted() ? { value: {} } // Withdrawn meanwhile, or granted to another tab.
    : ahead(desk.post.sessions.value, wish.conversation) ? { refusal: { code: 'busy', retryAfterMs: 100 } }
    : desk.line.call('WriteByMail', wish);
  void desk.ask(call).then(refused => settle(desk, form, wanted(), refused));
}

function settle(desk: Desk, form: object, wanted: boolean, refused: RefusalCode | undefined): void {
  if (wanted) {
    desk.store.remove(kept);
    if (!refused) desk.store.remove('draft.mail');
  }
  if (desk.mail.value === form) desk.mail.value = refused && { refused };
}
