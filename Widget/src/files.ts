import { cell } from './cell';
import type { Attachment, HttpRefusal } from './contracts';
import type { Desk } from './desk';
import type { Key } from './strings/strings';

/** A file next to the composer: it is uploaded at once, and goes with the message. */
export interface Staged {
  readonly id: number;
  readonly file: File;
  /** 0 to 1. */
  readonly progress: number;
  readonly attachment?: Attachment;
  readonly problem?: Key;
  /** The visitor pressed send before the upload was through. */
  readonly due?: boolean;
}

const limit = 10 * 1024 * 1024;

export class Files {
  readonly staged = cell<readonly Staged[]>([]);
  private readonly previews = new Map<number, Promise<string>>();
  private readonly uploads = new Map<number, XMLHttpRequest>();
  private last = 0;

  constructor(private readonly desk: Desk) {}

  add(files: Iterable<File>): void {
    for (const file of files) {
      const id = ++this.last;
      const tooLarge = file.size > limit;
      this.staged.value = [...this.staged.value, { id, file, progress: 0, problem: tooLarge ? 'fileTooLarge' : undefined }];
      if (!tooLarge) this.upload(id, file);
    }
  }

  remove(id: number): void {
    this.uploads.get(id)?.abort();
    this.staged.value = this.staged.value.filter(s => s.id !== id);
  }

  retry(id: number): void {
    const staged = this.staged.value.find(s => s.id === id);
    if (!staged) return;
    this.change(id, { problem: undefined, progress: 0 });
    this.upload(id, staged.file);
  }

  /** What can go with a message now; what is still under way follows by itself. */
  take(): Attachment[] {
    const ready = this.staged.value.flatMap(s => s.attachment ?? []);
    this.staged.value = this.staged.value.filter(s => !s.attachment).map(s => s.problem ? s : { ...s, due: true });
    return ready;
  }

  /** An object URL of the preview, fetched once. */
  preview(id: number): Promise<string> {
    const kept = this.previews.get(id) ?? this.bytes(`/api/attachments/${id}/preview`).then(b => URL.createObjectURL(b));
    kept.catch(() => this.previews.delete(id));
    this.previews.set(id, kept);
    return kept;
  }

  async download({ id, name }: Attachment): Promise<void> {
    const href = URL.createObjectURL(await this.bytes(`/api/attachments/${id}`));
    const link = Object.assign(document.createElement('a'), { href, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  }

  private async bytes(path: string): Promise<Blob> {
    const answer = await this.desk.visitor.fetch(path);
    if (!answer.ok) throw new Error(`attachment: ${answer.status}`);
    return answer.blob();
  }

  private upload(id: number, file: File): void {
    const conversation = this.desk.conversation.timeline.value?.id;
    if (conversation === undefined) return this.change(id, { problem: 'fileFailed' });
    // Not fetch, which cannot tell how far it is.
    const request = new XMLHttpRequest();
    this.uploads.set(id, request);
    request.open('POST', `${this.desk.origin}/api/conversations/${conversation}/attachments`);
    request.setRequestHeader('authorization', `Bearer ${this.desk.visitor.token}`);
    request.responseType = 'json';
    request.upload.onprogress = e => { if (e.lengthComputable) this.change(id, { progress: e.loaded / e.total }); };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) this.uploaded(id, conversation, request.response as Attachment);
      else this.change(id, { problem: reason(request.status, request.response as HttpRefusal | null) });
    };
    request.onerror = () => this.change(id, { problem: 'fileFailed' });
    request.onloadend = () => this.uploads.delete(id);
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  }

  private uploaded(id: number, conversation: number, attachment: Attachment): void {
    if (!this.staged.value.find(s => s.id === id)?.due) return this.change(id, { attachment, progress: 1 });
    this.staged.value = this.staged.value.filter(s => s.id !== id);
    this.desk.post.write(conversation, { attachment });
    return undefined;
  }

  private change(id: number, change: Partial<Staged>): void {
    this.staged.value = this.staged.value.map(s => s.id === id ? { ...s, ...change } : s);
  }
}

function reason(status: number, refusal: HttpRefusal | null): Key {
  if (status === 413) return 'fileTooLarge';
  if (status === 415) return 'fileType';
  return status < 500 && refusal?.code ? `refusal.${refusal.code}` : 'fileFailed';
}
