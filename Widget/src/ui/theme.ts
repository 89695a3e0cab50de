import { contrast, inkOn, mix, standOut } from '../color';
import type { Launcher } from '../launcher';
import style from './style.css';

const surfaces = { light: '#ffffff', dark: '#181b21' };

const worn = new Set<string>();

/** Puts a style on, once. */
export function wear(root: ShadowRoot, style: string): void {
  if (worn.has(style)) return;
  worn.add(style);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** The panel's style and the site's colour, made readable in both themes. */
export function dress({ root }: Launcher, color = '#0f6b5c'): void {
  wear(root, style);
  const host = root.host as HTMLElement;
  const set = (name: string, value: string) => host.style.setProperty(name, value);
  set('--launcher', color);
  set('--launcher-ink', inkOn(color));
  for (const theme of ['light', 'dark'] as const) {
    const behind = surfaces[theme];
    // What is written on a filled shape makes it out; the shape itself only has to be seen. On dark ground a dark brand becomes a light one.
    const [enough, wanted] = theme === 'dark' ? [4.5, 7] : [1.3, 1.3];
    const fill = contrast(color, behind) >= enough ? color : standOut(color, behind, wanted);
    set(`--brand-${theme}`, fill);
    set(`--ink-${theme}`, inkOn(fill));
    set(`--text-${theme}`, standOut(color, behind, 4.6));
    set(`--soft-${theme}`, mix(fill, behind, 0.86));
  }
}
