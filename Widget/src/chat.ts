import { effect } from '@preact/signals';
import { h, render } from 'preact';
import type { Entry } from './contracts';
import { Desk } from './desk';
import { pick } from './language';
import { key, type Command, type Launcher, type Start } from './launcher';
import { Api } from './api';
import { Notices } from './notices';
import { languages, load } from './strings';
import { textIn } from './text';
import { Panel } from './ui/panel';
import { dress } from './ui/theme';

/** The loader calls this once, when the visitor wants the chat or something waits there. */
export const start: Start = launcher => {
  const wishes = [document.documentElement.lang, launcher.language, ...navigator.languages];
  let language = pick(wishes, languages);
  void load(language); // Under way while the site answers; most often it is the right one.

  const desk = new Desk(launcher.origin, launcher.site, () => language, entries => heard(entries));
  const api = new Api(desk);
  const notices = new Notices(desk, launcher);
  const heard = (entries: readonly Entry[]) => {
    notices.heard(entries);
    api.heard(entries);
  };

  const place = document.createElement('div');
  launcher.root.append(place);

  const draw = async () => {
    const site = await desk.describe();
    language = pick(wishes, languages.filter(l => !site || site.languages.some(s => s.split('-')[0] === l)));
    const text = textIn(language, await load(language), site?.wording[language]);
    notices.speak(text);
    dress(launcher, site?.color);
    render(h(Panel, { desk, text, notices, button: launcher.button, again: () => void draw() }), place);
  };
  void draw();

  if (desk.visitor.token || desk.post.sessions.value.length > 0) desk.line.open();
  remember(desk, launcher);

  return (command: Command) => {
    const [name, ...rest] = command;
    if (name === 'wake') {
      desk.quiet = rest[0] === true;
      desk.panelOpen.value ||= desk.quiet;
    } else {
      desk.quiet = false;
      if (navigator.userActivation?.isActive) notices.allowSound();
      api.run(name, rest);
    }
  };
};

/** An open panel is open again on the next page of the visit. */
function remember(desk: Desk, { site, button }: Launcher) {
  effect(() => {
    const open = desk.panelOpen.value;
    button.setAttribute('aria-expanded', String(open));
    try {
      if (open) sessionStorage.setItem(key(site, 'open'), '1');
      else sessionStorage.removeItem(key(site, 'open'));
    } catch {
      // Storage is blocked: the panel starts closed on each page.
    }
  });
}
