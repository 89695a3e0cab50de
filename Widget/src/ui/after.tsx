import style from './after.css';
import type { Part } from './later';
import { rating } from './rating';
import { transcript } from './transcript';

/** What is offered once a conversation has ended. */
export const part: Part = (tools, say) => {
  const { h, wear } = tools;
  const [Rating, Transcript] = [rating(tools, say), transcript(tools, say)];
  return ui => (
    <div class="after" ref={box => { if (box) wear(box.getRootNode() as ShadowRoot, style); }}><Rating {...ui} /><Transcript {...ui} /></div>
  );
};
