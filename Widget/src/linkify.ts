/** A run of text, or a link with the text that shows it. */
export type Piece = { readonly text: string; readonly href?: string };

const candidate = /\b(?:https?:\/\/|www\.)[^\s<>"'`«»“”]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/gi;

/** Only http, https and mail addresses become links; whatever else looks like one stays text. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(candidate)) {
    const shown = trimmed(match[0]);
    const href = address(shown);
    if (!href) continue;
    if (match.index > done) pieces.push({ text: text.slice(done, match.index) });
    pieces.push({ text: shown, href });
    done = match.index + shown.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done) });
  return pieces;
}

/** The sentence's punctuation is not the address's; a closing bracket is, when it was opened inside. */
function trimmed(shown: string): string {
  for (;;) {
    const end = shown.at(-1)!;
    const opening = ({ ')': '(', ']': '[', '}': '{' } as Record<string, string>)[end];
    const stray = opening ? shown.split(end).length > shown.split(opening).length : /[.,;:!?…*_~]/.test(end);
    if (!stray) return shown;
    shown = shown.slice(0, -1);
  }
}

function address(shown: string): string | undefined {
  const written = /^https?:/i.test(shown) ? shown : shown.includes('@') && !/^www\./i.test(shown) ? `mailto:${shown}` : `https://${shown}`;
  try {
    const url = new URL(written);
    // "https://bank.example@evil.example" shows one host and opens another.
    return url.username || url.password || !/^(https?|mailto):$/.test(url.protocol) ? undefined : url.href;
  } catch {
    return undefined;
  }
}
