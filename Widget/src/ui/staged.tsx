import { Fragment, h } from 'preact';
import FileIcon from 'lucide/dist/esm/icons/file.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { Icon } from './icon';
import { Tool } from './tool';
import type { Ui } from './ui';

export function StagedFiles({ desk, text }: Ui) {
  const staged = desk.files.staged.value;
  if (staged.length === 0) return null;
  return (
    <ul class="staged">
      {staged.map(({ id, name, size, file, progress, attachment, problem, due }) => (
        <li key={id}>
          <Icon of={FileIcon} size={18} />
          <span>
            <span class="cut sm" dir="auto">{name}</span>
            <span class={`xs ${problem ? 'bad' : 'faint'}`} role="status">
              {problem ? text.t(problem, { file: name, size: text.size(desk.files.limit) })
                : attachment ? `${text.t('uploaded')} · ${text.size(size)}`
                : <>
                    <progress value={progress} aria-label={text.t('uploading', { file: name })} />
                    {due && text.t('goesWhenThere')}
                  </>}
            </span>
          </span>
          {problem && file && problem !== 'fileTooLarge' && <button class="link xs" type="button" onClick={() => desk.files.retry(id)}>{text.t('retry')}</button>}
          <Tool of={X} size={16} label={text.t('removeFile', { file: name })} onClick={() => desk.files.remove(id)} />
        </li>
      ))}
    </ul>
  );
}
