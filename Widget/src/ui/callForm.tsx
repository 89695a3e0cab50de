import { Protocol, type CallTimes, type CallWish, type RefusalCode } from '../contracts';
import type { Part, Say, Tools } from './later';
import type { Text } from '../text';
import type { Ui } from './ui';

/** What is typed of a number, for when the form is opened again. */
const kept = 'draft.call';

/** A refusal of a call has its sentence among the words of this part; any other one where all are. */
const sentence = (code: RefusalCode, text: Text, say: Say) => {
  switch (code) {
    case 'no-calls': case 'number-country': case 'number-kind': case 'time-taken': case 'too-many-calls': case 'calls-rest': case 'calling': return say(`refusal.${code}`);
    case 'number-invalid': return say('refusal.number-invalid', { example: '06 12 34 56 78' });
    default: return text.t(`refusal.${code}`);
  }
};

type Props = Ui & {
  readonly topic: number | undefined;
  readonly wish: CallWish;
  readonly refused: RefusalCode | undefined;
  readonly sending?: boolean;
  /** Typed or chosen. */
  readonly change: (wish: CallWish) => void;
  /** What is known beforehand. */
  readonly fill: (wish: CallWish) => void;
  readonly known?: (times: CallTimes | undefined) => void;
};

/** Number and country, now or at a time. */
const fields = ({ h, useEffect, useRef, useState, Fragment }: Tools, say: Say) => function CallFields({ desk, text, topic, wish, refused, sending, change, fill, known }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [times, setTimes] = useState<CallTimes | undefined>(undefined);
  const [missing, setMissing] = useState<RefusalCode | undefined>(undefined);
  const latest = useRef(wish);
  latest.current = wish;
  const problem = refused ?? missing;

  useEffect(() => {
    let current = true;
    const load = async () => {
      let found: CallTimes | undefined;
      const code = await desk.ask(async () => {
        const reply = await desk.line.call('CallTimes', topic);
        found = reply.value;
        return reply;
      });
      if (!current) return;
      setTimes(found);
      known?.(found);
      setMissing(found ? undefined : code ?? 'no-calls');
      if (!found) return;
      const { number, country, at } = latest.current;
      const own = desk.conversation.timeline.value?.call?.at;
      if (own && !found.starts.includes(own)) setTimes(found = { ...found, starts: [...found.starts, own].sort((a, b) => a - b) });
      const chosen = at && found.starts.includes(at) ? at : found.soon ? undefined : found.starts[0];
      fill({ number: number || (desk.store.get(kept) ?? ''), country: found.countries.includes(country) ? country : found.countries[0]!, ...chosen && { at: chosen } });
    };
    desk.line.open();
    void load();
    return () => { current = false; };
  }, [topic, refused === 'time-taken']);
  useEffect(() => { if (refused) input.current!.focus(); }, [refused]);
  // What is known by and by stands above it, and would push it out of sight.
  useEffect(() => { if (problem) input.current!.parentElement!.scrollIntoView({ block: 'center' }); }, [problem, times]);

  const names = new Intl.DisplayNames(text.language, { type: 'region' });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // A list that is closed shows the hour alone: its day is beside it.
  const weekday = new Intl.DateTimeFormat(text.language, { weekday: 'short' });
  const days = new Map<string, number[]>();
  for (const start of times?.starts ?? []) {
    const day = new Intl.DateTimeFormat(text.language, { weekday: 'long', day: 'numeric', month: 'long' }).format(start);
    days.set(day, [...days.get(day) ?? [], start]);
  }
  const { number, country, at } = wish;
  return (
    <>
      <p class="sm soft">{times ? say('callHow', { number: times.from.replace(/ /g, '\u00a0') }) : !missing && text.t('leaving')}</p>
      {(times?.countries.length ?? 0) > 1 && (
        <label class="field">
          <span class="sm soft">{say('callCountry')}</span>
          <select value={country} onChange={e => change({ ...wish, country: e.currentTarget.value })}>
            {times!.countries.map(c => <option key={c} value={c}>{names.of(c)}</option>)}
          </select>
        </label>
      )}
      <label class="field">
        <span class="sm soft">{say('callNumber')}</span>
        <input ref={input} type="tel" autocomplete="tel" maxLength={Protocol.lineLimit} readOnly={sending} value={number} aria-required="true"
          aria-invalid={!!problem} aria-describedby={problem && 'sh-call'}
          onInput={e => {
            desk.store.set(kept, e.currentTarget.value);
            change({ ...wish, number: e.currentTarget.value });
          }} />
        {problem && <span class="problem sm" id="sh-call" role="alert">{problem === 'number-invalid' && !number.trim() ? say('needNumber') : sentence(problem, text, say)}</span>}
      </label>
      {times && (
        <label class="field">
          <span class="sm soft">{say('callWhen', { zone })}</span>
          <select value={at ?? ''} onChange={e => {
            const chosen = Number(e.currentTarget.value);
            change({ number, country, ...chosen && { at: chosen } });
          }}>
            {times.soon && <option value="">{say('callSoon')}</option>}
            {[...days].map(([day, starts]) => (
              <optgroup key={day} label={day}>
                {starts.map(s => <option key={s} value={`${s}`}>{`${weekday.format(s)} ${text.time(s)}`}</option>)}
              </optgroup>
            ))}
          </select>
        </label>
      )}
    </>
  );
};

/** In place of the composer, as the mail's form. What is typed in the composer stays there. */
export const part: Part = (tools, say) => {
  const { h, useEffect, useRef, useState, isAddress, wayOf } = tools;
  const Fields = fields(tools, say);
  return function CallForm(ui) {
    const { desk, text } = ui;
    const t = desk.conversation.timeline.value!;
    const form = useRef<HTMLFormElement>(null);
    const [times, setTimes] = useState<CallTimes | undefined>(undefined);
    const [wish, setWish] = useState<CallWish>({ number: t.call?.number ?? '', country: '', at: t.call?.at });
    const [refused, setRefused] = useState<RefusalCode | undefined>(undefined);
    const [sending, setSending] = useState(false);
    const [email, setEmail] = useState('');
    const [mistyped, setMistyped] = useState(false);
    const asksEmail = wayOf(desk.site.value, t.topicId, 'email') && !t.mailTo && !desk.drafts.start.value.email && !t.entries.some(e => e.by === 'visitor' && e.detail?.email);
    const close = () => { desk.mail.value = undefined; };

    useEffect(() => {
      const root = form.current!.getRootNode() as ShadowRoot;
      form.current!.querySelector('input')?.focus();
      return () => { if (!root.activeElement || form.current?.contains(root.activeElement)) requestAnimationFrame(() => root.querySelector<HTMLElement>('.composer textarea')?.focus()); };
    }, []);

    const submit = async () => {
      if (!wish.number.trim()) return setRefused('number-invalid');
      if (email.trim() && !isAddress(email.trim())) return setMistyped(true);
      setSending(true);
      setRefused(undefined);
      if (email.trim()) await desk.ask(() => desk.line.call('Introduce', { conversation: t.id, email: email.trim() }));
      const code = await desk.ask(() => desk.line.call('CallBack', { conversation: t.id, ...wish, number: wish.number.trim() }));
      setSending(false);
      if (code) return setRefused(code);
      desk.store.remove(kept);
      return close();
    };

    return (
      <form ref={form} class="mail" noValidate aria-label={say('callTitle')}
        onSubmit={e => { e.preventDefault(); if (!sending && times) void submit(); }}
        onKeyDown={e => { if (e.key === 'Escape' && !e.isComposing) { e.stopPropagation(); close(); } }}>
        <p><b>{say('callTitle')}</b></p>
        <Fields {...ui} topic={t.topicId} wish={wish} refused={refused} sending={sending} known={setTimes} fill={setWish}
          change={next => {
            setWish(next);
            setRefused(undefined);
          }} />
        {asksEmail && (
          <label class="field">
            <span class="sm soft">{say('callEmail')}<span class="faint"> · {text.t('optional')}</span></span>
            <input type="email" autocomplete="email" maxLength={Protocol.lineLimit} readOnly={sending} value={email} aria-invalid={mistyped} aria-describedby={mistyped ? 'sh-call-mail' : undefined}
              onInput={e => {
                setEmail(e.currentTarget.value);
                setMistyped(false);
              }} />
            {mistyped && <span class="problem sm" id="sh-call-mail" role="alert">{text.t('refusal.address-invalid')}</span>}
          </label>
        )}
        <div class="acts">
          <button class="btn" type="button" onClick={close}>{say('backToChat')}</button>
          <button class="btn primary" type="submit" disabled={!times}>{text.t(sending ? 'leaving' : 'callMe')}</button>
        </div>
      </form>
    );
  };
};

/** In the form before the conversation: nobody has to wait in a chat first. */
export const start: Part = (tools, say) => {
  const { h } = tools;
  const Fields = fields(tools, say);
  return function CallAtStart(ui) {
    const { desk } = ui;
    const { topicId, call } = desk.drafts.start.value;
    const fill = (next: CallWish) => desk.drafts.keepStart({ ...desk.drafts.start.value, call: next });
    return (
      <Fields {...ui} topic={topicId} wish={call ?? { number: '', country: '' }} refused={desk.startRefused.value} fill={fill}
        change={next => {
          desk.startRefused.value = undefined;
          fill(next);
        }} />
    );
  };
};
