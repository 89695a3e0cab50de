import { Fragment, h } from 'preact';
import Download from 'lucide/dist/esm/icons/download.mjs';
import FileIcon from 'lucide/dist/esm/icons/file.mjs';
import { useEffect, useState } from 'preact/hooks';
import type { Attachment } from '../contracts';
import { Icon } from './icon';
import type { Ui } from './ui';

export function AttachmentView({ desk, text, attachment }: Ui & { attachment: Attachment }) {
  const [picture, setPicture] = useState<string | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(attachment.type);
  useEffect(() => {
    if (isPicture) desk.files.preview(attachment.id).then(url => setPicture(url), () => {}); // Without it, the file's name is shown.
  }, [attachment.id]);

  const download = () => {
    setFailed(false);
    desk.files.download(attachment).catch(() => setFailed(true));
  };
  return (
    <>
      {picture ? (
        <button class="picture" type="button" aria-label={text.t('download', { file: attachment.name })} onClick={download}>
          <img src={picture} alt={text.t('picture', { file: attachment.name })} onError={() => setPicture(undefined)} />
        </button>
      ) : (
        <button class="file" type="button" aria-label={text.t('download', { file: attachment.name })} onClick={download}>
          <Icon of={FileIcon} />
          <span><span class="cut" dir="auto">{attachment.name}</span><span class="xs faint num">{text.size(attachment.size)}</span></span>
          <Icon of={Download} size={18} />
        </button>
      )}
      {failed && <span class="bad xs" role="alert">{text.t('downloadFailed')}</span>}
    </>
  );
}
