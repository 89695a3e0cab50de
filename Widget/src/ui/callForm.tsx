import { Protocol, type CallTimes, type RefusalCode } from '../contracts';
import type { Part, Say } from './later';
import type { Text } from '../text';

/** A refusal of a call has its sentence among the words of this part; any other one where all are. */
const sentence = (code: RefusalCode, text: Text, say: Say) => {
  switch (code) {
    case 'no-calls': case 'number-country': case 'number-kind': case 'time-taken': case 'too-many-calls': case 'too-fast': case 'calling': return say(`refusal.${code}`);
    case 'number-invalid': return say('refusal.number-invalid', { example: '06 12 34 56 78' });
    default: return text.t(`refusal.${code}`);
  }
};

/** In place of the composer, as the mail's form: number and country, now or at a time. What is typed in the composer stays there. */
export const part: Part = ({ h, useEffect, useRef, useState }, say) => function CallForm({ desk, text }) {
  const t = desk.conversation.timeline.value!;
  const form = useRef<HTMLFormElement>(null);
  const [times, setTimes] = useState<CallTimes | undefined>(undefined);
  const [number, setNumber] = useState(t.call?.number ?? desk.store.get('draft.call') ?? '');
  const [country, setCountry] = useState('');
  const [at, setAt] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [sending, setSending] = useState(false);
  const close = () => { desk.mail.value = undefined; };

  const load = async () => {
    let found: CallTimes | undefined;
    const code = await desk.ask(async () => {
      const reply = await desk.line.call('CallTimes', t.topicId);
      found = reply.value;
      return reply;
    });
    setTimes(found);
    if (found) {
      setCountry(known => known || found!.countries[0]!);
      setAt(chosen => chosen || !found!.soon && found!.starts[0] ? `${found!.starts[0]}` : chosen);
    } else setProblem(sentence(code ?? 'no-calls', text, say));
  };
  useEffect(() => {
    void load();
    const root = form.current!.getRootNode() as ShadowRoot;
    form.current!.querySelector('input')?.focus();
    return () => { if (!root.activeElement || form.current?.contains(root.activeElement)) requestAnimationFrame(() => root.querySelector<HTMLElement>('.composer textarea')?.focus()); };
  }, []);
  useEffect(() => { if (problem) form.current!.querySelector('input')?.focus(); }, [problem]);

  const submit = async () => {
    if (!number.trim()) return setProblem(say('needNumber'));
    setSending(true);
    setProblem(undefined);
    const code = await desk.ask(() => desk.line.call('CallBack', { conversation: t.id, number: number.trim(), country, ...at && { at: Number(at) } }));
    setSending(false);
    if (!code) {
      desk.store.remove('draft.call');
      return close();
    }
    setProblem(sentence(code, text, say));
    if (code === 'time-taken') {
      setAt('');
      void load();
    }
    return undefined;
  };

  const names = new Intl.DisplayNames(text.language, { type: 'region' });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const days = new Map<string, number[]>();
  for (const start of times?.starts ?? []) {
    const day = new Intl.DateTimeFormat(text.language, { weekday: 'long', day: 'numeric', month: 'long' }).format(start);
    days.set(day, [...days.get(day) ?? [], start]);
  }

  return (
    <form ref={form} class="mail" noValidate aria-label={say('callTitle')}
      onSubmit={e => { e.preventDefault(); if (!sending && times) void submit(); }}
      onKeyDown={e => { if (e.key === 'Escape' && !e.isComposing) { e.stopPropagation(); close(); } }}>
      <p><b>{say('callTitle')}</b></p>
      <p class="sm soft">{times ? say('callHow', { number: times.from }) : text.t('leaving')}</p>
      {(times?.countries.length ?? 0) > 1 && (
        <label class="field">
          <span class="sm soft">{say('callCountry')}</span>
          <select value={country} onChange={e => setCountry(e.currentTarget.value)}>
            {times!.countries.map(c => <option key={c} value={c}>{names.of(c)}</option>)}
          </select>
        </label>
      )}
      <label class="field">
        <span class="sm soft">{say('callNumber')}</span>
        <input type="tel" autocomplete="tel" maxLength={Protocol.lineLimit} readOnly={sending} value={number} aria-required="true"
          aria-invalid={!!problem} aria-describedby={problem && 'sh-call'}
          onInput={e => {
            desk.store.set('draft.call', e.currentTarget.value);
            setNumber(e.currentTarget.value);
            setProblem(undefined);
          }} />
        {problem && <span class="problem sm" id="sh-call">{problem}</span>}
      </label>
      {times && (
        <label class="field">
          <span class="sm soft">{say('callWhen', { zone })}</span>
          <select value={at} onChange={e => setAt(e.currentTarget.value)}>
            {times.soon && <option value="">{say('callSoon')}</option>}
            {[...days].map(([day, starts]) => (
              <optgroup key={day} label={day}>
                {starts.map(s => <option key={s} value={`${s}`}>{text.time(s)}</option>)}
              </optgroup>
            ))}
          </select>
        </label>
      )}
      <div class="acts">
        <button class="btn" type="button" onClick={close}>{say('backToChat')}</button>
        <button class="btn primary" type="submit" disabled={!times}>{text.t(sending ? 'leaving' : 'callMe')}</button>
      </div>
    </form>
  );
};
