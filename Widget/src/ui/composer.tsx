import { Fragment, h } from 'preact';
import ArrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import Camera from 'lucide/dist/esm/icons/camera.mjs';
import Paperclip from 'lucide/dist/esm/icons/paperclip.mjs';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Protocol } from '../contracts';
import { waits } from '../timeline';
import { isSend } from './keys';
import { StagedFiles } from './staged';
import { Tool } from './tool';
import type { Ui } from './ui';

/** Holds its text itself: a key is never kept waiting by the conversation above. */
export function Composer(ui: Ui) {
  const { desk, text } = ui;
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [hovering, setHovering] = useState(false);
  const [tooLong, setTooLong] = useState(false);
  const t = desk.conversation.timeline.value;

  const grow = () => {
    const a = area.current!;
    a.style.height = 'auto';
    a.style.height = `${a.scrollHeight}px`;
    setTooLong(a.value.length > Protocol.bodyLimit);
  };
  useLayoutEffect(() => {
    area.current!.value = desk.drafts.message;
    grow();
  }, [t?.id, desk.drafts.elsewhere.value]);

  const send = () => {
    const a = area.current!;
    if (tooLong || !desk.send(a.value.trim())) return;
    a.value = '';
    desk.drafts.message = '';
    grow();
    a.focus();
  };
  const choose = (input: HTMLInputElement) => {
    desk.files.add(input.files ?? []);
    input.value = '';
    area.current!.focus();
  };

  return (
    <footer role="presentation" class={`composer ${hovering ? 'over' : ''}`}
      onDragOver={e => { if (t && e.dataTransfer?.types.includes('Files')) { e.preventDefault(); setHovering(true); } }}
      onDragLeave={() => setHovering(false)}
      onDrop={e => {
        setHovering(false);
        if (!t || !e.dataTransfer?.files.length) return;
        e.preventDefault();
        desk.files.add(e.dataTransfer.files);
      }}>
      {t?.mailTo && t.status !== 'resolved' && (
        <p class="line xs soft">
          <span>{text.t('answerTo', { email: t.mailTo })}</span>
          <button class="link" type="button" onClick={() => { desk.mail.value = {}; }}>{text.t('otherAddress')}</button>
        </p>
      )}
      <StagedFiles {...ui} />
      {tooLong && <p class="problem sm" role="alert">{text.t('refusal.too-long')}</p>}
      <div class="box" onClick={e => { if (e.target === e.currentTarget) area.current!.focus(); }}>
        <textarea ref={area} rows={1} enterkeyhint="send" dir="auto"
          aria-label={text.t('message')}
          placeholder={hovering ? text.t('dropHere') : text.t(waits(t) ? 'writeMore' : t?.status === 'resolved' ? 'writeAgain' : 'write')}
          onInput={e => {
            desk.drafts.message = e.currentTarget.value;
            grow();
            if (e.currentTarget.value) desk.conversation.tellTyping(Date.now());
          }}
          onKeyDown={e => { if (isSend(e)) { e.preventDefault(); send(); } }}
          onPaste={e => {
            if (!t || !e.clipboardData?.files.length) return;
            e.preventDefault();
            desk.files.add(e.clipboardData.files);
          }} />
        {t && (
          <>
            <input ref={picker} class="hidden" type="file" multiple tabIndex={-1} aria-hidden="true" onChange={e => choose(e.currentTarget)} />
            <input ref={camera} class="hidden" type="file" accept="image/*" capture="environment" tabIndex={-1} aria-hidden="true" onChange={e => choose(e.currentTarget)} />
            <Tool of={Camera} class="phone" label={text.t('camera')} onClick={() => camera.current!.click()} />
            <Tool of={Paperclip} label={text.t('attach')} onClick={() => picker.current!.click()} />
          </>
        )}
        <Tool of={ArrowUp} class="send" label={text.t('send')} onClick={send} />
      </div>
    </footer>
  );
}
