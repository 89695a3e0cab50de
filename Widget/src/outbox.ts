import type { Attachment, CallWish, Entry, RefusalCode } from './contracts';

/** One message on its way. Its id is the instant at which it was written, unique within its session. */
export interface Letter {
  readonly id: number;
  /** Within the session; 0 once the server refused it, because a refused number is free again. */
  readonly number: number;
  readonly body?: string;
  readonly attachment?: Attachment;
  readonly failed?: RefusalCode;
  /** Acknowledged, and shown until its entry arrives. */
  readonly sent?: true;
}

/** How a conversation is to be opened; its text is the session's first letter. */
export interface Opening {
  readonly topicId?: number;
  readonly name?: string;
  readonly email?: string;
  /** The answer is to come by e-mail. */
  readonly byMail?: boolean;
  /** The answer is to be a call. */
  readonly call?: CallWish;
}

/**
 * What one page load wrote into one conversation and the server has not acknowledged. The server knows a message by session and number,
 * so whoever sends it again, in this tab or in another one, sends the same two.
 */
export interface Session {
  readonly session: number;
  readonly conversation?: number;
  /** Present until the conversation is known. */
  readonly opening?: Opening;
  /** The number of the next letter. */
  readonly next: number;
  readonly unsent: readonly Letter[];
}

export const begin = (session: number, conversation: number): Session => ({ session, conversation, next: 1, unsent: [] });

export const beginOpening = (session: number, opening: Opening, body: string, now: number): Session =>
  write({ session, opening, next: 1, unsent: [] }, { body }, now);

export function write(s: Session, what: Pick<Letter, 'body' | 'attachment'>, now: number): Session {
  const id = Math.max(now, ...s.unsent.map(l => l.id + 1));
  return { ...s, next: s.next + 1, unsent: [...s.unsent, { ...what, id, number: s.next }] };
}

export const nextLetter = (s: Session): Letter | undefined => s.unsent.find(l => !l.failed && !l.sent);

export const acknowledged = (s: Session, number: number): Session =>
  ({ ...s, unsent: s.unsent.map(l => l.number === number ? { ...l, sent: true } : l) });

/** Entries of this session came back: their letters are done, acknowledged or not. */
export function arrived(s: Session, entries: readonly Entry[]): Session {
  const numbers = new Set(entries.filter(e => e.session === s.session).map(e => e.number));
  return s.unsent.some(l => numbers.has(l.number)) ? { ...s, unsent: s.unsent.filter(l => !numbers.has(l.number)) } : s;
}

/** What must survive this page: nothing where all is acknowledged. */
export function worthKeeping(s: Session): Session | undefined {
  const unsent = s.unsent.filter(l => !l.sent);
  return unsent.length > 0 ? { ...s, unsent } : undefined;
}

/** The opening was acknowledged: what follows goes to this conversation. */
export const openedAs = (s: Session, conversation: number): Session =>
  acknowledged({ ...s, opening: undefined, conversation }, 1);

/** Refused for good. Later letters were never sent (one is under way at a time), so they move up and leave no gap. */
export function refused(s: Session, number: number, code: RefusalCode): Session {
  return {
    ...s, next: s.next - 1,
    unsent: s.unsent.map(l =>
      l.number === number ? { ...l, number: 0, failed: code } : l.number > number ? { ...l, number: l.number - 1 } : l),
  };
}

export const discard = (s: Session, id: number): Session => ({ ...s, unsent: s.unsent.filter(l => l.id !== id || !l.failed) });

/** A refused letter once more, as the newest one. */
export function retry(s: Session, id: number, now: number): Session {
  const letter = s.unsent.find(l => l.id === id && l.failed);
  return letter ? write(discard(s, id), { body: letter.body, attachment: letter.attachment }, now) : s;
}

/** The server does not know this session's numbering any more: the same letters under a session of their own. */
export function renumbered(s: Session, session: number, conversation?: number): Session {
  let number = 0;
  const unsent = s.unsent.filter(l => !l.sent).map(l => l.failed ? l : { ...l, number: ++number });
  return conversation === undefined
    ? { ...s, session, next: number + 1, unsent }
    : { session, conversation, next: number + 1, unsent };
}

/** The session whose letter was written first, among those that can send now. */
export function nextSession(sessions: readonly Session[]): Session | undefined {
  return sessions
    .filter(s => nextLetter(s) && (s.opening || s.conversation !== undefined))
    .sort((a, b) => nextLetter(a)!.id - nextLetter(b)!.id)[0];
}

export function parse(text: string | null): Session | undefined {
  try {
    const s = JSON.parse(text ?? '') as Session;
    return Number.isSafeInteger(s.session) && Array.isArray(s.unsent) ? s : undefined;
  } catch {
    return undefined;
  }
}
