import { Protocol } from '../contracts';
import type { Say, Tools } from './later';
import type { Ui } from './ui';

/** After the end: 0 to 10 and a word. Asked only where somebody answered. */
export const rating = ({ h, Fragment, useState }: Tools, say: Say) => function Rating({ desk, text }: Ui) {
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const timeline = desk.conversation.timeline.value;
  if (!timeline) return null;
  const { agent } = timeline;
  if (timeline.score !== undefined) return <p class="event xs faint">{say('score', { n: timeline.score })} · {say('thanks')}</p>;
  if (!agent && !timeline.entries.some(e => e.by === 'agent')) return null;

  const send = async () => {
    const code = await desk.rate(timeline.id, chosen!, comment.trim() || undefined);
    setProblem(code && text.t(`refusal.${code}`));
  };

  return (
    <form class="rating" aria-live="off" onSubmit={e => { e.preventDefault(); void send(); }}>
      <fieldset>
        <legend>{agent ? say('howWasIt', { agent: agent.firstName }) : say('howWasItAll')}</legend>
        <div class="scores num">
          {Array.from({ length: 11 }, (_, n) => (
            <label key={n} class={chosen === n ? 'on' : ''}>
              <input type="radio" name="score" value={n} checked={chosen === n} aria-label={say('score', { n })}
                onChange={() => setChosen(n)} />
              <span aria-hidden="true">{n}</span>
            </label>
          ))}
        </div>
        <div class="line xs faint" aria-hidden="true"><span>{say('worst')}</span><span>{say('best')}</span></div>
      </fieldset>
      {chosen !== undefined && (
        <>
          <div class="field">
            <textarea rows={3} maxLength={Protocol.bodyLimit} aria-label={say('comment')} placeholder={say('comment')}
              value={comment} onInput={e => setComment(e.currentTarget.value)} />
          </div>
          {problem && <p class="problem sm" role="alert">{problem}</p>}
          <button class="btn primary" type="submit">{say('rate')}</button>
        </>
      )}
    </form>
  );
};
