import type { AgentDoing, Person, WaitingCard } from './contracts';
import type { Key, LaterStrings, PluralKey, Strings } from './strings/strings';

export type Values = { readonly [name: string]: string | number };

/** Sentences, numbers and times as the reader's language writes them. */
export type Text = ReturnType<typeof textIn>;

/** Made when first needed: each takes the browser a millisecond or more, and most are not needed to draw the panel. */
const once = <T>(make: () => T) => {
  let made: T | undefined;
  return () => made ??= make();
};

export function textIn(language: string, strings: Strings, wording: { readonly [key: string]: string } = {}, timeZone?: string) {
  const ordinals = once(() => new Intl.PluralRules(language, { type: 'ordinal' }));
  const cardinals = once(() => new Intl.PluralRules(language));
  const times = once(() => new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone }));
  const days = once(() => new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone }));
  const calendar = once(() => new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }));
  const lists = once(() => new Intl.ListFormat(language, { type: 'conjunction' }));
  const numbers = once(() => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }));

  const fill = (template: string, values?: Values) => unbroken(
    template.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values?.[name];
      return value === undefined ? whole : typeof value === 'number' ? numbers().format(value) : value;
    }));

  const t = (key: Key, values?: Values) => fill(wording[key] ?? (strings as { readonly [key in Key]?: string })[key] ?? strings['refusal.not-allowed'], values);

  const plural = (key: PluralKey, n: number, values: Values = {}, rules = cardinals()) => {
    const forms = strings[key];
    return fill(wording[key] ?? forms[rules.select(n)] ?? forms.other, { n, ...values });
  };

  // Every time zone's days begin on a quarter of an hour, and a long conversation asks for each of its lines.
  const known = new Map<number, string>();
  const dayOf = (at: number) => {
    const quarter = Math.floor(at / 900_000);
    const day = known.get(quarter) ?? calendar().format(at);
    known.set(quarter, day);
    return day;
  };

  /** "tomorrow" and "9:00" on the reader's clock. */
  const when = (at: number, now: number) => {
    const away = (Date.parse(dayOf(at)) - Date.parse(dayOf(now))) / 864e5;
    const day = away < 2 ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(away, 'day')
      : away < 7 ? new Intl.DateTimeFormat(language, { weekday: 'long', timeZone }).format(at)
      : days().format(at);
    return { day, time: times().format(at) };
  };

  return {
    t,
    language,
    when,

    /** The same for the texts of a part that is fetched later. */
    also: (later: LaterStrings) => (key: keyof LaterStrings, values?: Values) => fill(wording[key] ?? later[key], values),

    plural,
    names: (people: readonly Person[]) => lists().format(people.map(p => p.firstName)),
    time: (at: number) => times().format(at),

    /** A sentence with {day} and {time}: "tomorrow" and "9:00" on the reader's clock; the site's own time behind it where its clocks differ. */
    moment(key: Key, at: number, now: number, siteZone: string | undefined) {
      const said = t(key, when(at, now));
      try {
        const there = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: siteZone }).format(at);
        if (there === times().format(at)) return said;
        const zone = new Intl.DateTimeFormat(language, { timeZone: siteZone, timeZoneName: 'longGeneric' }).formatToParts(at).find(p => p.type === 'timeZoneName')!.value;
        return `${said} (${there}, ${zone})`;
      } catch {
        return said; // The browser is older than the zone.
      }
    },

    /** "4 hours", of the minutes that were promised. */
    delay: (minutes: number) => new Intl.NumberFormat(language, {
      style: 'unit', unitDisplay: 'long', unit: minutes % 60 ? 'minute' : 'hour',
    }).format(minutes % 60 ? minutes : minutes / 60),

    sameDay: (a: number, b: number) => dayOf(a) === dayOf(b),

    day(at: number, now: number) {
      if (dayOf(at) === dayOf(now)) return t('today');
      if (dayOf(at) === dayOf(now - 86_400_000)) return t('yesterday');
      const text = days().format(at);
      return text[0]!.toLocaleUpperCase(language) + text.slice(1);
    },

    /** "2" and "nd", so that the second can be raised. */
    place(n: number): readonly [string, string] {
      const whole = plural('ordinal', n, {}, ordinals());
      const digits = numbers().format(n);
      return [digits, whole.slice(whole.indexOf(digits) + digits.length)];
    },

    /** The honest range; nothing where nothing can be known. What cannot be is not said: an upper end is at least a minute. */
    range({ fromMinutes: from = 0, toMinutes: to = -1 }: Pick<WaitingCard, 'fromMinutes' | 'toMinutes'>) {
      if (to < 0) return undefined;
      if (from < 1) return t('under', { to: Math.max(1, to) });
      return from < to ? t('range', { from, to }) : t('about', { to: from });
    },

    doing(agent: Person, doing: AgentDoing) {
      const what = doing === 'with-another' ? 'busy' : 'finishing';
      const who = agent.pronoun === 'she' ? 'She' : agent.pronoun === 'he' ? 'He' : 'They';
      return t(`${what}${who}`, { agent: agent.firstName });
    },

    size(bytes: number) {
      const unit = bytes < 1e6 ? 'kilobyte' : 'megabyte';
      const n = bytes < 1e6 ? Math.max(1, Math.round(bytes / 1e3)) : bytes / 1e6;
      return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(n);
    },
  };
}

/** French punctuation and the unit after a number stay on their line. */
const unbroken = (text: string) =>
  text.replace(/ (?=[?!;»])|(?<=«) /g, '\u202f').replace(/ (?=:)|(?<=\d) (?=min\b)/g, '\u00a0');
