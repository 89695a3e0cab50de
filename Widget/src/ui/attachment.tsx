import { Fragment, h } from 'preact';
import { useSignal } from '@preact/signals';
import Download from 'lucide/dist/esm/icons/download.mjs';
import FileIcon from 'lucide/dist/esm/icons/file.mjs';
import { useEffect } from 'preact/hooks';
import type { Attachment } from '../contracts';
import { Icon } from './icon';
import type { Ui } from './ui';

export function AttachmentView({ desk, text, attachment }: Ui & { attachment: Attachment }) {
  const picture = useSignal<string | undefined>(undefined);
  const failed = useSignal(false);
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(attachment.type);
  useEffect(() => {
    if (isPicture) desk.files.preview(attachment.id).then(url => { picture.value = url; }, () => {}); // Without it, the file's name is shown.
  }, [attachment.id]);

  const download = () => {
    failed.value = false;
    desk.files.download(attachment).catch(() => { failed.value = true; });
  };
  return (
    <>
      {picture.value ? (
        <button class="picture" type="button" aria-label={text.t('download', { file: attachment.name })} onClick={download}>
          <img src={picture.value} alt={text.t('picture', { file: attachment.name })} onError={() => { picture.value = undefined; }} />
        </button>
      ) : (
        <button class="file" type="button" aria-label={text.t('download', { file: attachment.name })} onClick={download}>
          <Icon of={FileIcon} />
          <span><span class="cut" dir="auto">{attachment.name}</span><span class="xs faint num">{text.size(attachment.size)}</span></span>
          <Icon of={Download} size={18} />
        </button>
      )}
      {failed.value && <span class="bad xs" role="alert">{text.t('downloadFailed')}</span>}
    </>
  );
}
