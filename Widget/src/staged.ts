import type { Attachment } from './contracts';
import type { Key } from './strings/strings';

/** A file next to the composer: it is uploaded at once, and goes with the message. */
export interface Staged {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  /** Not there where an earlier page of the visit had it: a browser gives no page the file of another. */
  readonly file?: File;
  /** 0 to 1. */
  readonly progress: number;
  readonly attachment?: Attachment;
  readonly problem?: Key;
  /** The visitor pressed send before the upload was through. */
  readonly due?: boolean;
}

/** What the next page of the visit is told. */
export const kept = (staged: readonly Staged[]): string =>
  JSON.stringify(staged
    .filter(s => s.attachment ?? (s.file && s.problem !== 'fileTooLarge'))
    .map(({ name, size, attachment }) => ({ name, size, attachment })));

/** What is there still goes with the next message; of the rest it is said that it was not sent. */
export function restored(text: string | null): readonly Staged[] {
  try {
    return (JSON.parse(text ?? '[]') as Pick<Staged, 'name' | 'size' | 'attachment'>[])
      .map((s, at) => ({ ...s, id: -1 - at, progress: 1, problem: s.attachment ? undefined : 'fileLost' }));
  } catch {
    return [];
  }
}
