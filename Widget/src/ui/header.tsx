import { h } from 'preact';
import { useState } from 'preact/hooks';
import ArrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import Ellipsis from 'lucide/dist/esm/icons/ellipsis.mjs';
import Minus from 'lucide/dist/esm/icons/minus.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { Avatar } from './avatar';
import { Icon } from './icon';
import { Options } from './options';
import { topicTitle } from './topic';
import type { Ui } from './ui';

export function Header(ui: Ui) {
  const { desk, text } = ui;
  const [options, setOptions] = useState(false);
  const site = typeof desk.site.value === 'object' ? desk.site.value : undefined;
  const t = desk.conversation.timeline.value;
  const chat = desk.view === 'chat';
  const agent = chat ? t?.agent ?? t?.waiting?.agent : undefined;
  const topic = site && topicTitle(site, t?.topicId, text.language);
  const siteName = site?.name ?? '';

  return (
    <header role="presentation">
      {!chat && desk.aside.value !== undefined && (
        <button class="tool back" type="button" aria-label={text.t('back')} title={text.t('back')} onClick={() => desk.takeUpAgain()}>
          <Icon of={ArrowLeft} />
        </button>
      )}
      {agent && <Avatar person={agent} origin={desk.origin} size="m" />}
      <span class="names">
        <h2>{agent?.firstName ?? (chat ? siteName : text.t('title'))}</h2>
        <span class="sm soft">
          {chat ? (agent ? [topic, siteName] : [topic ?? text.t('log')]).filter(Boolean).join(' · ') : siteName && text.t('humans', { site: siteName })}
        </span>
      </span>
      {chat && (
        <button class="tool" type="button" aria-label={text.t('options')} title={text.t('options')} aria-expanded={options}
          onClick={() => setOptions(!options)}>
          <Icon of={Ellipsis} />
        </button>
      )}
      <button class="tool" type="button" aria-label={text.t(chat ? 'minimise' : 'close')} title={text.t(chat ? 'minimise' : 'close')}
        onClick={() => { desk.panelOpen.value = false; }}>
        <Icon of={chat ? Minus : X} />
      </button>
      {chat && options && <Options {...ui} close={() => setOptions(false)} />}
    </header>
  );
}
