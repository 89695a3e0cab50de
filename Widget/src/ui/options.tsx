import Bell from 'lucide/dist/esm/icons/bell.mjs';
import Mail from 'lucide/dist/esm/icons/mail.mjs';
import Phone from 'lucide/dist/esm/icons/phone.mjs';
import Volume from 'lucide/dist/esm/icons/volume-2.mjs';
import VolumeOff from 'lucide/dist/esm/icons/volume-x.mjs';
import type { Part } from './later';
import style from './options.css';

/** What the visitor can turn on and off. */
export const part: Part = ({ h, useEffect, useRef, Icon, wayOf, wear }, say) => function Options({ desk, notices, text }) {
  const close = () => { desk.menu.value = false; };
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    wear(box.current!.getRootNode() as ShadowRoot, style);
    const elsewhere = (e: Event) => { if (!e.composedPath().includes(box.current!.parentNode!)) close(); };
    addEventListener('pointerdown', elsewhere);
    return () => {
      removeEventListener('pointerdown', elsewhere);
      close();
    };
  }, []);

  const sound = notices.sound.value;
  const permission = notices.permission.value;
  const t = desk.conversation.timeline.value;
  return (
    <div class="options" ref={box} onKeyDown={e => { if (e.key === 'Escape') { e.stopPropagation(); close(); } }}>
      {t && t.status !== 'resolved' && !t.mailTo && wayOf(desk.site.value, t.topicId, 'email') && (
        <button type="button" onClick={() => { close(); desk.mail.value = {}; }}><Icon of={Mail} size={18} />{text.t('writeMail')}</button>
      )}
      {t && t.status !== 'resolved' && !t.call && wayOf(desk.site.value, t.topicId, 'phone') && (
        <button type="button" onClick={() => { close(); desk.mail.value = { call: true }; }}><Icon of={Phone} size={18} />{text.t('callMe')}</button>
      )}
      <button type="button" onClick={() => notices.setSound(!sound)}>
        <Icon of={sound ? Volume : VolumeOff} size={18} />{say(sound ? 'soundOn' : 'soundOff')}
      </button>
      {permission === 'default' && (
        <button type="button" onClick={() => void notices.askPermission()}><Icon of={Bell} size={18} />{say('notifyMe')}</button>
      )}
      {permission && permission !== 'default' && (
        <p class="soft"><Icon of={Bell} size={18} />{say(permission === 'granted' ? 'notifyOn' : 'notifyBlocked')}</p>
      )}
    </div>
  );
};
