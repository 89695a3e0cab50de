import { Fragment, h } from 'preact';
import { useState } from 'preact/hooks';
import { Protocol } from '../contracts';
import type { Timeline } from '../timeline';
import type { Ui } from './ui';

/** After the end: 0 to 10 and a word. Asked only where somebody answered. */
export function Rating({ desk, text, timeline }: Ui & { timeline: Timeline }) {
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const agent = timeline.agent;
  if (timeline.score !== undefined) return <p class="event xs faint">{text.t('score', { n: timeline.score })} · {text.t('thanks')}</p>;
  if (!agent && !timeline.entries.some(e => e.by === 'agent')) return null;

  const send = async () => {
    const code = await desk.rate(timeline.id, chosen!, comment.trim() || undefined);
    setProblem(code && text.t(`refusal.${code}`));
  };

  return (
    <form class="rating" aria-live="off" onSubmit={e => { e.preventDefault(); void send(); }}>
      <fieldset>
        <legend>{agent ? text.t('howWasIt', { agent: agent.firstName }) : text.t('howWasItAll')}</legend>
        <div class="scores num">
          {Array.from({ length: 11 }, (_, n) => (
            <label key={n} class={chosen === n ? 'on' : ''}>
              <input type="radio" name="score" value={n} checked={chosen === n} aria-label={text.t('score', { n })}
                onChange={() => setChosen(n)} />
              <span aria-hidden="true">{n}</span>
            </label>
          ))}
        </div>
        <div class="line xs faint" aria-hidden="true"><span>{text.t('worst')}</span><span>{text.t('best')}</span></div>
      </fieldset>
      {chosen !== undefined && (
        <>
          <textarea rows={3} maxLength={Protocol.bodyLimit} aria-label={text.t('comment')} placeholder={text.t('comment')}
            value={comment} onInput={e => setComment(e.currentTarget.value)} />
          {problem && <p class="problem sm" role="alert">{problem}</p>}
          <button class="btn primary" type="submit">{text.t('rate')}</button>
        </>
      )}
    </form>
  );
}
