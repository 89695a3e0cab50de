/** Colours for a brand that we do not know beforehand: readable whatever the site chose (WCAG 2.2, contrast ratio). */

type Rgb = readonly [number, number, number];

const white: Rgb = [255, 255, 255];
const black: Rgb = [5, 5, 7];

function parse(hex: string): Rgb {
  const n = /^#[0-9a-f]{6}$/i.test(hex) ? parseInt(hex.slice(1), 16) : 0x0f6b5c;
  return [n >> 16, (n >> 8) & 255, n & 255];
}

const format = (c: Rgb) => '#' + c.map(v => Math.round(v).toString(16).padStart(2, '0')).join('');

function luminance(c: Rgb): number {
  const [r, g, b] = c.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return x > y ? x / y : y / x;
}

const mixed = (a: Rgb, b: Rgb, share: number): Rgb =>
  [0, 1, 2].map(i => a[i]! + (b[i]! - a[i]!) * share) as unknown as Rgb;

export const contrast = (a: string, b: string) => ratio(parse(a), parse(b));

/** Black or white, whichever reads better on the colour: always at least 4.5 to 1. */
export const inkOn = (color: string) =>
  format(ratio(parse(color), white) >= 4.5 ? white : black);

/** The colour, made no lighter or darker than needed to stand out from what is behind it. The hue stays. */
export function standOut(color: string, behind: string, least: number): string {
  const ground = parse(behind);
  const [hue, saturation, lightness] = hsl(parse(color));
  const lighter = luminance(ground) < 0.18;
  for (let l = lightness; l >= 0 && l <= 1; l += lighter ? 0.02 : -0.02) {
    // Bright colours on dark ground glow; a calmer one is read longer. Rounded before it is judged, because the rounded one is shown.
    const shown = format(rgb(hue, lighter ? saturation * 0.7 : saturation, l));
    if (ratio(parse(shown), ground) >= least) return shown;
  }
  return format(lighter ? white : black);
}

/** Each part from 0 to 1. */
function hsl([r, g, b]: Rgb): Rgb {
  const [most, least] = [Math.max(r, g, b) / 255, Math.min(r, g, b) / 255];
  const [l, spread] = [(most + least) / 2, most - least];
  if (spread === 0) return [0, 0, l];
  const sector = most === r / 255 ? (g - b) / 255 / spread + 6 : most === g / 255 ? (b - r) / 255 / spread + 2 : (r - g) / 255 / spread + 4;
  return [sector / 6 % 1, spread / (1 - Math.abs(2 * l - 1)), l];
}

const rgb = (h: number, s: number, l: number): Rgb => [0, 8, 4].map(n => {
  const k = (n + h * 12) % 12;
  return 255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
}) as unknown as Rgb;

export const mix = (color: string, other: string, share: number) => format(mixed(parse(color), parse(other), share));
