import MessageCircle from 'lucide/dist/esm/icons/message-circle.mjs';
import { inkOn } from './color';
import type { UnreadCount } from './contracts';
import { key, type Command, type Launcher, type Start } from './launcher';
import style from './launcher.css';
import { pick } from './language';
import { launcher as en } from './strings/en';
import { launcher as fr } from './strings/fr';

declare const CHAT_FILE: string;

/** Draws the round button and nothing else. The chat is fetched when the visitor wants it, or when something waits there. */
const script = document.currentScript as HTMLScriptElement | null;
const host = window as unknown as { SupportHub?: ((...c: unknown[]) => void) & { q?: ArrayLike<unknown>[]; loaded?: boolean } };

if (script?.dataset['site'] && !host.SupportHub?.loaded) {
  const { site, color, language } = script.dataset as { site: string; color?: string; language?: string };
  const texts: Record<string, typeof en> = { en, fr };
  const words = texts[pick([document.documentElement.lang, language, ...navigator.languages], Object.keys(texts))]!;
  const origin = new URL(script.src).origin;
  const read = (store: 'localStorage' | 'sessionStorage', name: string) => {
    try {
      return window[store].getItem(key(site, name));
    } catch {
      return null; // Storage is blocked: this visitor has nothing kept.
    }
  };

  const element = document.createElement('support-hub');
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const brand = color ?? read('localStorage', 'color') ?? '#0f6b5c';
  element.style.setProperty('--launcher', brand);
  element.style.setProperty('--launcher-ink', inkOn(brand));

  const button = document.createElement('button');
  button.className = 'launcher';
  button.type = 'button';
  const mark = (name: string, value: string) => button.setAttribute(`aria-${name}`, value);
  mark('label', words.open);
  mark('haspopup', 'dialog');
  mark('expanded', 'false');
  button.append(icon());
  button.onclick = () => say('toggle');
  root.append(button);

  const early: Command[] = [];
  let chat: ((command: Command) => void) | undefined;
  let loading = false;
  let attempt = 0;

  const load = () => {
    if (loading) return;
    loading = true;
    mark('busy', 'true');
    // A browser may remember that an import failed, hence another address each time.
    import(`${origin}/widget/${CHAT_FILE}${attempt++ ? `?${attempt}` : ''}`)
      .then(({ start }: { start: Start }) => {
        chat = start({ origin, site, language, root, button } satisfies Launcher);
        early.splice(0).forEach(chat);
      }, () => {
        loading = false;
        if (early.some(([name]) => name !== 'wake')) sorry();
      })
      .finally(() => { mark('busy', 'false'); });
  };

  const say = (...command: unknown[]) => {
    if (chat) return chat(command as unknown as Command);
    early.push(command as unknown as Command);
    if (/^(open|toggle|wake)$/.test(String(command[0]))) load();
  };

  const sorry = () => {
    early.splice(0, early.length, ...early.filter(([name]) => !/^(open|toggle)$/.test(name)));
    const note = document.createElement('div');
    note.className = 'sorry';
    note.setAttribute('role', 'alert');
    note.textContent = words.unreachable;
    root.append(note);
    setTimeout(() => note.remove(), 6000);
  };

  const queued = host.SupportHub?.q;
  host.SupportHub = Object.assign(say, { loaded: true });
  for (const c of Array.from(queued ?? [])) say(...Array.from(c));

  const show = () => {
    document.body.append(element);
    if (read('sessionStorage', 'open')) say('wake', true);
    else if (unsent()) say('wake');
    else unread();
  };

  const unsent = () => {
    try {
      return Object.keys(localStorage).some(k => k.startsWith(key(site, 'out.')));
    } catch {
      return false;
    }
  };

  /** A page view creates no visitor: who never wrote has no token, and nothing is asked. */
  const unread = () => {
    const token = read('localStorage', 'token');
    if (token)
      fetch(`${origin}/api/widget/${encodeURIComponent(site)}/unread`, { headers: { authorization: `Bearer ${token}` } })
        .then(r => r.ok ? r.json() as Promise<UnreadCount> : undefined)
        .then(u => { if (u?.unread || u?.open) say('wake'); })
        .catch(() => {}); // Unreachable: the button stays, and opening it tells.
  };

  if (document.body) show();
  else addEventListener('DOMContentLoaded', show);
}

function icon(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const [tag, attributes] of MessageCircle) {
    const shape = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const name in attributes) shape.setAttribute(name, String(attributes[name]));
    svg.append(shape);
  }
  return svg;
}
