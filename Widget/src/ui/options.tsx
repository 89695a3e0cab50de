import { h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import Bell from 'lucide/dist/esm/icons/bell.mjs';
import Volume from 'lucide/dist/esm/icons/volume-2.mjs';
import VolumeOff from 'lucide/dist/esm/icons/volume-x.mjs';
import { Icon } from './icon';
import type { Ui } from './ui';

/** What the visitor can turn on and off. */
export function Options({ notices, text, close }: Ui & { close: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const elsewhere = (e: Event) => { if (!e.composedPath().includes(box.current!.parentNode!)) close(); };
    addEventListener('pointerdown', elsewhere);
    return () => removeEventListener('pointerdown', elsewhere);
  }, []);

  const sound = notices.sound.value;
  const permission = notices.permission.value;
  return (
    <div class="options" ref={box} onKeyDown={e => { if (e.key === 'Escape') { e.stopPropagation(); close(); } }}>
      <button type="button" onClick={() => notices.setSound(!sound)}>
        <Icon of={sound ? Volume : VolumeOff} size={18} />{text.t(sound ? 'soundOn' : 'soundOff')}
      </button>
      {permission === 'default' && (
        <button type="button" onClick={() => void notices.askPermission()}><Icon of={Bell} size={18} />{text.t('notifyMe')}</button>
      )}
      {permission && permission !== 'default' && (
        <p class="soft"><Icon of={Bell} size={18} />{text.t(permission === 'granted' ? 'notifyOn' : 'notifyBlocked')}</p>
      )}
    </div>
  );
}
