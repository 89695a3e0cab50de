import type { Part } from './later';

/** While a call is wanted: who is called where and when, and the way to change it or take it back. */
export const part: Part = ({ h, useState }, say) => function CallCard({ desk, text }) {
  const t = desk.conversation.timeline.value;
  const [leaving, setLeaving] = useState(false);
  if (!t?.call) return null;
  const [number, from] = [t.call.number, t.call.from].map((n = '') => n.replace(/ /g, '\u00a0')) as [string, string];
  const { at } = t.call;
  // Of a booked call nobody waits in line, so no card says who.
  const agent = at ? t.entries.findLast(e => e.kind === 'joined')?.detail?.agent?.firstName : undefined;
  const cancel = async () => {
    setLeaving(true);
    await desk.ask(() => desk.line.call('CancelCall', t.id));
    setLeaving(false);
  };
  return (
    <div class="callback">
      <p class="sm" role="status">{at ? say('callAt', { number, ...text.when(at, desk.now()) }) : say('callNext', { number })}</p>
      <p class="xs soft">{agent ? say('callBy', { agent, number: from }) : say('callFrom', { number: from })}</p>
      <p class="acts">
        <button class="btn" type="button" onClick={() => { desk.mail.value = { call: true }; }}>{say('callChange')}</button>
        <button class="btn" type="button" disabled={leaving} onClick={() => void cancel()}>{leaving ? text.t('leaving') : say('callCancel')}</button>
      </p>
    </div>
  );
};
