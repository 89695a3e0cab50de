import { h } from 'preact';
import ArrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import Ellipsis from 'lucide/dist/esm/icons/ellipsis.mjs';
import Minus from 'lucide/dist/esm/icons/minus.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { Avatar } from './avatar';
import { Later } from './later';
import { Tool } from './tool';
import { topicTitle } from './topic';
import type { Ui } from './ui';

const options = () => import('./options');

export function Header(ui: Ui) {
  const { desk, text } = ui;
  const open = desk.menu.value;
  const site = typeof desk.site.value === 'object' ? desk.site.value : undefined;
  const t = desk.conversation.timeline.value;
  const chat = desk.view === 'chat';
  const agent = chat ? t?.agent ?? t?.waiting?.agent : undefined;
  const topic = site && topicTitle(site, t?.topicId, text.language);
  const siteName = site?.name ?? '';

  return (
    <header role="presentation">
      {!chat && desk.aside.value !== undefined && (
        <Tool of={ArrowLeft} class="back" label={text.t('back')} onClick={() => desk.takeUpAgain()} />
      )}
      {agent && <Avatar person={agent} origin={desk.origin} size="m" />}
      <span class="names">
        <h2>{agent?.firstName ?? (chat ? siteName : text.t('title'))}</h2>
        <span class="sm soft">
          {chat ? [t?.mailTo && text.t('byEmail'), ...agent ? [topic, siteName] : [topic ?? text.t('log')]].filter(Boolean).join(' · ') : siteName && text.t('humans', { site: siteName })}
        </span>
      </span>
      {chat && <Tool of={Ellipsis} label={text.t('options')} aria-expanded={open} onClick={() => { desk.menu.value = !open; }} />}
      <Tool of={chat ? Minus : X} label={text.t(chat ? 'minimise' : 'close')} onClick={() => { desk.panelOpen.value = false; }} />
      {chat && open && <Later {...ui} part={options} />}
    </header>
  );
}
