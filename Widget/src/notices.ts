import { cell, onChange } from './cell';
import type { Entry } from './contracts';
import type { Desk } from './desk';
import type { Launcher } from './launcher';
import type { Text } from './text';

/** How a visitor who looks elsewhere learns of an answer: badge, page title, a soft tone, a desktop notification if wanted. */
export class Notices {
  readonly sound = cell(true);
  /** Changes whenever the reader comes or goes. */
  readonly attention = cell(0);
  readonly permission = cell<NotificationPermission | undefined>(globalThis.Notification?.permission);
  private readonly badge = document.createElement('span');
  private readonly label: string;
  private tones: AudioContext | undefined;
  private text: Text | undefined;

  constructor(private readonly desk: Desk, private readonly launcher: Launcher) {
    this.label = launcher.button.getAttribute('aria-label') ?? '';
    this.sound.value = desk.store.get('sound') !== 'off';
    this.badge.className = 'badge';
    onChange(() => this.count());
    for (const [target, name] of [[window, 'focus'], [window, 'blur'], [document, 'visibilitychange']] as const)
      target.addEventListener(name, () => { this.attention.value++; });
  }

  speak(text: Text): void {
    this.text = text;
    this.count();
  }

  heard(entries: readonly Entry[]): void {
    const message = entries.findLast(e => e.kind === 'message' && e.by === 'agent');
    if (!message || this.attending() || !this.first(message)) return;
    if (this.sound.value) this.tone();
    if (document.hidden && this.permission.value === 'granted') this.notify(message);
  }

  attending(): boolean {
    return this.desk.panelOpen.value && !document.hidden && document.hasFocus();
  }

  setSound(on: boolean): void {
    this.sound.value = on;
    this.desk.store.set('sound', on ? 'on' : 'off');
    if (on) this.tone();
  }

  /** Only from a click: browsers refuse otherwise, and so do people. */
  async askPermission(): Promise<void> {
    this.permission.value = await Notification.requestPermission();
  }

  /** A browser lets a page sound only after a click; this is called in one. */
  allowSound(): void {
    try {
      this.tones ??= new AudioContext();
      void this.tones.resume();
    } catch {
      // No sound device.
    }
  }

  private count(): void {
    const n = this.desk.unread;
    const title = document.title.replace(/^\(\d+\) /, '');
    if (n > 0 || title !== document.title) document.title = n > 0 ? `(${n}) ${title}` : title;
    this.badge.textContent = n > 0 ? String(Math.min(n, 99)) : '';
    // Only with its number: an empty one, before its style is there, would push the icon aside.
    if (n > 0) this.launcher.button.append(this.badge);
    else this.badge.remove();
    const { text } = this;
    if (text) this.launcher.button.setAttribute('aria-label',
      n > 0 ? `${this.label}, ${text.plural('unread', n)}` : this.label);
  }

  /** One tab of several rings. */
  private first(message: Entry): boolean {
    const name = `${this.desk.conversation.timeline.value?.id}:${message.seq}`;
    if (this.desk.store.get('rang') === name) return false;
    this.desk.store.set('rang', name);
    return true;
  }

  private notify(message: Entry): void {
    const agent = this.desk.conversation.timeline.value?.people[message.agentId ?? 0];
    try {
      const note = new Notification(agent?.firstName ?? this.text?.t('support') ?? '', {
        body: message.body ?? message.detail?.attachment?.name, tag: `supporthub.${this.desk.key}`,
        icon: agent?.picture && new URL(agent.picture, this.desk.origin).href,
      });
      note.onclick = () => {
        window.focus();
        this.desk.panelOpen.value = true;
        note.close();
      };
    } catch {
      // Some phones only allow notifications from a service worker.
    }
  }

  private tone(): void {
    this.allowSound();
    const { tones } = this;
    if (tones?.state !== 'running') return;
    const now = tones.currentTime;
    for (const [hertz, after] of [[659, 0], [880, 0.11]] as const) {
      const wave = new OscillatorNode(tones, { type: 'sine', frequency: hertz });
      const volume = new GainNode(tones, { gain: 0 });
      volume.gain.setTargetAtTime(0.06, now + after, 0.012);
      volume.gain.setTargetAtTime(0, now + after + 0.06, 0.09);
      wave.connect(volume).connect(tones.destination);
      wave.start(now + after);
      wave.stop(now + after + 0.9);
    }
  }
}
