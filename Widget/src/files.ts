import { cell } from './cell';
import type { Attachment, HttpRefusal } from './contracts';
import type { Desk } from './desk';
import { kept, restored, type Staged } from './staged';
import { Store } from './store';
import type { Key } from './strings/strings';

export class Files {
  /** Bytes; what the hub said last. */
  limit = Infinity;
  readonly staged = cell<readonly Staged[]>([]);
  private readonly previews = new Map<number, Promise<string>>();
  private readonly uploads = new Map<number, XMLHttpRequest>();
  private last = 0;

  /** This tab's: the uploads of another one are its own affair. */
  private readonly tab: Store;

  constructor(private readonly desk: Desk) {
    this.tab = new Store(desk.key, () => sessionStorage);
    this.hold(restored(this.tab.get('files')));
  }

  add(files: Iterable<File>): void {
    for (const file of files) {
      const id = ++this.last;
      const tooLarge = file.size > this.limit;
      this.hold([...this.staged.value, { id, name: file.name, size: file.size, file, progress: 0, problem: tooLarge ? 'fileTooLarge' : undefined }]);
      if (!tooLarge) this.upload(id, file);
    }
  }

  remove(id: number): void {
    this.uploads.get(id)?.abort();
    this.hold(this.staged.value.filter(s => s.id !== id));
  }

  retry(id: number): void {
    const file = this.staged.value.find(s => s.id === id)?.file;
    if (!file) return;
    this.change(id, { problem: undefined, progress: 0 });
    this.upload(id, file);
  }

  /** What can go with a message now; what is still under way follows by itself. */
  take(): Attachment[] {
    const ready = this.staged.value.flatMap(s => s.attachment ?? []);
    this.hold(this.staged.value.filter(s => !s.attachment).map(s => s.problem ? s : { ...s, due: true }));
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
    addEventListener('beforeunload', ask);
    request.open('POST', `${this.desk.origin}/api/conversations/${conversation}/attachments`);
    request.setRequestHeader('authorization', `Bearer ${this.desk.visitor.token}`);
    request.responseType = 'json';
    request.upload.onprogress = e => { if (e.lengthComputable) this.change(id, { progress: e.loaded / e.total }); };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) this.uploaded(id, conversation, request.response as Attachment);
      else this.change(id, { problem: reason(request.status, request.response as HttpRefusal | null) });
    };
    request.onerror = () => this.change(id, { problem: 'fileFailed' });
    request.onloadend = () => {
      this.uploads.delete(id);
      if (this.uploads.size === 0) removeEventListener('beforeunload', ask);
    };
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  }

  private uploaded(id: number, conversation: number, attachment: Attachment): void {
    if (!this.staged.value.find(s => s.id === id)?.due) return this.change(id, { attachment, progress: 1 });
    this.desk.post.write(conversation, { attachment });
    this.hold(this.staged.value.filter(s => s.id !== id));
    return undefined;
  }

  private change(id: number, change: Partial<Staged>): void {
    this.hold(this.staged.value.map(s => s.id === id ? { ...s, ...change } : s));
  }

  private hold(staged: readonly Staged[]): void {
    this.staged.value = staged;
    this.tab.set('files', kept(staged));
  }
}

/** The browser's own question, and only while a file is on its way: it costs the quick way back to a page. */
function ask(e: BeforeUnloadEvent): void {
  e.preventDefault();
  e.returnValue = true;
}

function reason(status: number, refusal: HttpRefusal | null): Key {
  if (status === 413) return 'fileTooLarge';
  if (status === 415) return 'fileType';
  return status < 500 && refusal?.code ? `refusal.${refusal.code}` : 'fileFailed';
}
