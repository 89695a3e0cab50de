import { knownAddress } from '../mail';
import { Protocol } from '../contracts';
import type { Say, Tools } from './later';
import type { Ui } from './ui';

/** The conversation by mail, where somebody answered: one press where the address is known, asked for once where it is not. */
export const transcript = ({ h, useEffect, useRef, useState, isAddress, wayOf }: Tools, say: Say) => function Transcript({ desk, text }: Ui) {
  const t = desk.conversation.timeline.value;
  const known = t ? knownAddress(t, desk.drafts.start.value).trim() : '';
  const field = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const [email, setEmail] = useState(known);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [sending, setSending] = useState(false);
  useEffect(() => { if (asking) field.current?.focus(); }, [asking, problem]);
  if (!t || !wayOf(desk.site.value, t.topicId, 'email') || (t.after === 0 && !t.entries.some(e => e.kind === 'message' && e.by === 'agent'))) return null;

  const said = t.entries.findLast(e => e.kind === 'message')?.seq ?? 0;
  const sent = t.entries.findLast(e => e.kind === 'transcript' && e.seq > said)?.detail?.email;
  const send = async (to: string) => {
    setSending(true);
    setProblem(undefined);
    const code = await desk.ask(() => desk.line.call('SendTranscript', { conversation: t.id, email: to }));
    setSending(false);
    setProblem(code && (code === 'too-fast' ? say('transcriptMany') : text.t(`refusal.${code}`)));
    setAsking(!!code);
  };
  const submit = () => {
    const to = email.trim();
    if (isAddress(to)) void send(to);
    else setProblem(text.t(to ? 'refusal.address-invalid' : 'needEmail'));
  };

  return (
    <div class="transcript" aria-live="off">
      <p class="sm soft" role="status">
        {sending ? say(desk.line.state.value === 'up' ? 'transcriptLeaves' : 'transcriptLater') : sent && !asking ? say('transcriptSent', { email: sent }) : ''}
      </p>
      {asking ? (
        <form noValidate onSubmit={e => { e.preventDefault(); if (!sending) submit(); }}
          onKeyDown={e => { if (e.key === 'Escape' && !e.isComposing) { e.stopPropagation(); setAsking(false); } }}>
          <label class="field">
            <span class="sm soft">{text.t('email')}</span>
            <input ref={field} type="email" autocomplete="email" maxLength={Protocol.lineLimit} readOnly={sending} value={email} aria-required="true"
              aria-invalid={!!problem} aria-describedby={problem && 'sh-transcript'}
              onInput={e => { setEmail(e.currentTarget.value); setProblem(undefined); }} />
            {problem && <span class="problem sm" id="sh-transcript">{problem}</span>}
          </label>
          <button class="btn primary" type="submit">{text.t('send')}</button>
        </form>
      ) : !sending && (
        <button class="link sm" type="button" onClick={() => { if (known && !sent) void send(known); else { setEmail(sent ? '' : known); setAsking(true); } }}>
          {sent ? say('transcriptOther') : known ? say('transcriptTo', { email: known }) : say('transcript')}
        </button>
      )}
    </div>
  );
};
