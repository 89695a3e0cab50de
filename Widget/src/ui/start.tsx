import { h } from 'preact';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { isAddress } from '../address';
import { Protocol, type ChannelKind, type Field, type WidgetSite } from '../contracts';
import type { StartDraft } from '../drafts';
import type { Key } from '../strings/strings';
import { Avatar } from './avatar';
import { isSend } from './keys';
import { Later } from './later';
import { leads } from './otherWays';
import { topicTitle } from './topic';
import type { Ui } from './ui';
import { elsewhere, telephone, Ways, wayOf, waysOf } from './ways';

type Problems = { readonly [field in 'topic' | 'name' | 'email' | 'body']?: Key };

const channels: readonly ChannelKind[] = ['chat', 'email', 'phone'];
const callFields = () => import('./callForm').then(m => ({ part: m.start }));
const noCall = { number: '', country: '' };

export function StartForm({ desk, text, notices, site }: Ui & { site: WidgetSite }) {
  const draft = desk.drafts.start.value;
  const [problems, setProblems] = useState<Problems>({});
  const form = useRef<HTMLFormElement>(null);
  const { preChat, topics, team } = site;
  const asksTopic = preChat.topic !== 'hidden' && topics.length > 1;
  const topic = topics.length === 1 && preChat.topic !== 'hidden' ? topics[0]!.id : topics.find(x => x.id === draft.topicId)?.id;
  const ways = asksTopic && topic === undefined && preChat.topic === 'required' ? undefined : waysOf(site, topic);
  const can = (channel: ChannelKind) => ways && wayOf(site, ways.topicId, channel);
  const [chat, byMail] = [can('chat'), can('email')];
  const wanted = draft.call ? 'phone' : draft.byMail ? 'email' : draft.byMail === false ? 'chat' : undefined;
  // Where nobody answers here now, the way on which somebody does is the main one.
  const by = wanted && can(wanted) ? wanted : chat?.open || !byMail && (chat || !can('phone')) ? 'chat' : byMail ? 'email' : 'phone';
  const [mail, call] = [by === 'email', by === 'phone'];
  const away = by === 'chat' && elsewhere(site, ways);
  // Where nobody picks up, a mail says so.
  const email = mail ? 'required' : call && byMail && preChat.email === 'hidden' ? 'optional' : preChat.email;
  const refused = desk.startRefused.value;
  const change = (part: StartDraft) => {
    desk.drafts.keepStart({ ...desk.drafts.start.value, ...part });
    if (Object.keys(problems).length > 0) setProblems(check(site, email, desk.drafts.start.value));
  };

  const submit = () => {
    if (away) return undefined;
    const found = check(site, email, desk.drafts.start.value);
    setProblems(found);
    const first = Object.keys(found)[0];
    if (first) return form.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
    const { name, email: address, body, call: wish } = desk.drafts.start.value;
    if (call && !wish?.number) return void (desk.startRefused.value = 'number-invalid');
    return desk.start({ topicId: topic, name: clean(name), email: clean(address), byMail: mail || undefined, call: call ? wish : undefined }, body!.trim());
  };
  const take = (way: ChannelKind) => {
    desk.startRefused.value = undefined;
    change({ byMail: way === 'email', call: way === 'phone' ? noCall : undefined });
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(way === 'email' ? '[name=email]' : 'textarea')?.focus());
  };

  const field = (name: keyof Problems, label: Key, kind: Field, input: (described: object) => ComponentChildren) => {
    const problem = problems[name] ?? (name === 'email' && refused === 'address-invalid' && `refusal.${refused}`);
    return (
      <label class="field">
        <span class="sm soft">{text.t(label)}{kind === 'optional' && <span class="faint"> · {text.t('optional')}</span>}</span>
        {input({ name, 'aria-required': kind === 'required', 'aria-invalid': !!problem, 'aria-describedby': problem && `sh-${name}` })}
        {problem && <span class="problem sm" id={`sh-${name}`}>{text.t(problem)}</span>}
      </label>
    );
  };

  return (
    <form ref={form} class="start" noValidate onSubmit={e => { e.preventDefault(); submit(); }}>
      <div class="scroll">
        {team.length > 0 && (
          <div class="team">
            <span class="stack">{team.map(p => <Avatar key={p.id} person={p} origin={desk.origin} size="s" />)}</span>
            <span class="sm soft">{text.plural('hereNow', team.length, { names: text.names(team) })}</span>
          </div>
        )}
        {refused && refused !== 'address-invalid' && !call && <p class="problem sm" role="alert">{text.t(`refusal.${refused}`)}</p>}
        {asksTopic && field('topic', 'topic', preChat.topic, described => (
          <select {...described} value={draft.topicId ?? ''} onChange={e => change({ topicId: Number(e.currentTarget.value) || undefined })}>
            <option value="">{text.t('chooseTopic')}</option>
            {topics.map(topic => <option key={topic.id} value={topic.id}>{topicTitle(site, topic.id, text.language)}</option>)}
          </select>
        ))}
        <Ways desk={desk} text={text} notices={notices} site={site} ways={ways} by={by} />
        {!away && (preChat.name !== 'hidden' || email !== 'hidden') && (
          <div class="pair">
            {preChat.name !== 'hidden' && field('name', 'name', preChat.name, described => (
              <input {...described} autocomplete="given-name" maxLength={Protocol.lineLimit} value={draft.name ?? ''}
                onInput={e => change({ name: e.currentTarget.value })} />
            ))}
            {email !== 'hidden' && field('email', 'email', email, described => (
              <input {...described} type="email" autocomplete="email" maxLength={Protocol.lineLimit} value={draft.email ?? ''}
                onInput={e => change({ email: e.currentTarget.value })} />
            ))}
          </div>
        )}
        {!away && field('body', 'message', 'required', described => (
          <textarea {...described} rows={5} placeholder={text.t('messageHint')} value={draft.body ?? ''}
            onInput={e => change({ body: e.currentTarget.value })}
            onKeyDown={e => { if (isSend(e)) { e.preventDefault(); submit(); } }} />
        ))}
        <Later desk={desk} text={text} notices={notices} part={call && callFields} />
      </div>
      <footer role="presentation">
        {!away && <button class="btn primary wide" type="submit">{text.t(mail ? 'sendMail' : call ? 'callMe' : chat?.open === false ? 'leaveMessage' : 'start')}</button>}
        <div class="line">
          {channels.filter(way => way !== by && can(way)).map(way => (
            <button key={way} class="link" type="button" onClick={() => take(way)}>{text.t(leads[way] ?? (chat!.open ? 'chatInstead' : 'leaveMessage'))}</button>
          ))}
        </div>
        <div class="line xs faint">
          {site.phone ? <a dir="ltr" href={telephone(site.phone)}>{site.phone}</a> : <span />}
          <span>{text.t('noAccount')}</span>
        </div>
      </footer>
    </form>
  );
}

const clean = (line: string | undefined) => line?.trim() || undefined;

function check({ preChat, topics }: WidgetSite, asked: Field, { topicId, name, email, body }: StartDraft): Problems {
  const problems: { -readonly [field in keyof Problems]: Key } = {};
  if (preChat.topic === 'required' && topics.length > 1 && !topics.some(t => t.id === topicId)) problems.topic = 'needTopic';
  if (preChat.name === 'required' && !clean(name)) problems.name = 'needName';
  if (asked === 'required' && !clean(email)) problems.email = 'needEmail';
  if (asked !== 'hidden' && clean(email) && !isAddress(clean(email)!)) problems.email = 'refusal.address-invalid';
  if (!clean(body)) problems.body = 'needMessage';
  else if (clean(body)!.length > Protocol.bodyLimit) problems.body = 'refusal.too-long';
  return problems;
}
