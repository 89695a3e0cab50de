import { knownAddress, wish, withdraw } from '../mail';
import type { Key } from '../strings/strings';
import { Protocol, type WidgetSite } from '../contracts';
import type { Part } from './later';

export { resume } from '../mail';

type Problems = { readonly email?: Key; readonly body?: Key };

/** In place of the composer: what was typed there goes along, and stays there until it is sent. Once an address is known, the form is for another one. */
export const part: Part = ({ h, useEffect, useRef, useState, isAddress, answered, wayOf }, say) => function MailForm({ desk, text }) {
  const t = desk.conversation.timeline.value!;
  const form = useRef<HTMLFormElement>(null);
  const [body, setBody] = useState(desk.drafts.message);
  const [email, setEmail] = useState(desk.store.get('draft.mail') ?? knownAddress(t, desk.drafts.start.value));
  const [problems, setProblems] = useState<Problems>({});
  const { sending, refused } = desk.mail.value ?? {};
  const again = !!t.mailTo;
  const problem = problems.email ?? (refused && `refusal.${refused}` as const);
  const away = desk.line.state.value !== 'up';
  const way = wayOf(desk.site.value, t.topicId, 'email');
  const soon = !again && way && answered(way, text, desk.now(), (desk.site.value as WidgetSite).timeZone);

  useEffect(() => setBody(desk.drafts.message), [desk.drafts.elsewhere.value]);
  useEffect(() => {
    const root = form.current!.getRootNode() as ShadowRoot;
    // Taken up again on a new page, it does not take the focus from where it is.
    if (!sending) form.current!.querySelector<HTMLElement>(email && !again ? 'textarea' : 'input')?.focus();
    return () => {
      if (!root.activeElement || form.current?.contains(root.activeElement)) requestAnimationFrame(() => root.querySelector<HTMLElement>('.composer textarea')?.focus());
    };
  }, []);
  useEffect(() => { if (refused) form.current!.querySelector('input')!.focus(); }, [refused]);

  const submit = () => {
    const address = email.trim();
    const found: Problems = {
      ...!address ? { email: 'needEmail' } : !isAddress(address) && { email: 'refusal.address-invalid' },
      ...!again && body.trim().length > Protocol.bodyLimit && { body: 'refusal.too-long' },
    };
    setProblems(found);
    if (found.email ?? found.body) return form.current!.querySelector<HTMLElement>(found.email ? 'input' : 'textarea')!.focus();
    if (!again && desk.send(body.trim())) {
      desk.drafts.message = '';
      setBody('');
    }
    return wish(desk, t.id, address);
  };

  return (
    <form ref={form} class="mail" noValidate aria-label={again ? text.t('otherAddress') : say('mailTitle')}
      onSubmit={e => { e.preventDefault(); if (!sending) submit(); }}
      onKeyDown={e => { if (e.key === 'Escape' && !e.isComposing) { e.stopPropagation(); withdraw(desk); } }}>
      <p><b>{again ? text.t('otherAddress') : say('mailTitle')}</b></p>
      <p class="sm soft">{soon && `${say('mailSoon', { soon })} `}{say(again ? 'mailOtherHow' : 'mailHow')}</p>
      {!again && (
        <label class="field">
          <span class="sm soft">{say('mailMore')}<span class="faint"> · {text.t('optional')}</span></span>
          <textarea rows={3} dir="auto" readOnly={sending} value={body} aria-invalid={!!problems.body} aria-describedby={problems.body && 'sh-mail-body'}
            onInput={e => {
              desk.drafts.message = e.currentTarget.value;
              setBody(e.currentTarget.value);
            }} />
          {problems.body && <span class="problem sm" id="sh-mail-body">{text.t(problems.body)}</span>}
        </label>
      )}
      <label class="field">
        <span class="sm soft">{text.t('email')}</span>
        <input type="email" autocomplete="email" maxLength={Protocol.lineLimit} readOnly={sending} value={email} aria-required="true"
          aria-invalid={!!problem} aria-describedby={problem && 'sh-mail'}
          onInput={e => {
            desk.store.set('draft.mail', e.currentTarget.value);
            setEmail(e.currentTarget.value);
            setProblems({});
            if (refused) desk.mail.value = {};
          }} />
        {problem && <span class="problem sm" id="sh-mail">{text.t(problem)}</span>}
      </label>
      <p class="xs soft" role="status">{sending && away && say('mailSending')}</p>
      <div class="acts">
        <button class="btn" type="button" onClick={() => withdraw(desk)}>{say('backToChat')}</button>
        <button class="btn primary" type="submit">{text.t(sending ? 'leaving' : again ? 'send' : 'sendMail')}</button>
      </div>
    </form>
  );
};
