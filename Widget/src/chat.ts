import { onChange } from './cell';
import { h, render } from 'preact';
import type { Api } from './api';
import type { Entry, WidgetSite } from './contracts';
import { Desk } from './desk';
import { pick } from './language';
import { key, type Command, type Launcher, type Start } from './launcher';
import { Notices } from './notices';
import { languages, load } from './strings';
import { textIn, type Text } from './text';
import { Panel } from './ui/panel';
import { dress } from './ui/theme';

/** The loader calls this once, when the visitor wants the chat or something waits there. */
export const start: Start = launcher => {
  const wishes = [document.documentElement.lang, launcher.language, ...navigator.languages];
  let language = pick(wishes, languages);

  const desk = new Desk(launcher.origin, launcher.site, () => language, entries => heard(entries));
  let api: Promise<Api> | undefined;
  const notices = new Notices(desk, launcher);
  const heard = (entries: readonly Entry[]) => {
    notices.heard(entries);
    api?.then(a => a.heard(entries), () => {}); // Where it cannot be fetched the banner says so.
  };

  const place = document.createElement('div');
  launcher.root.append(place);

  let text: Text | undefined;
  const redraw = () => {
    if (!text) return;
    const focused = place.contains(launcher.root.activeElement);
    render(h(Panel, { desk, text, notices, again: describe }), place);
    if (focused && !desk.panelOpen.value) launcher.button.focus(); // It came from there.
  };
  let spoken = 0;
  const speak = async (site?: WidgetSite) => {
    const turn = ++spoken;
    const offered = site?.languages.map(l => l.split('-')[0]!).filter(l => languages.includes(l));
    language = pick(wishes, offered?.length ? offered : languages);
    const strings = await load(language);
    if (turn !== spoken) return; // Overtaken by the site's own choice.
    text = textIn(language, strings, site?.wording[language]);
    dress(launcher, site?.color);
    notices.speak(text);
    redraw();
  };
  const describe = () => void desk.describe().then(speak);
  void speak(); // While the site answers; most often it is the right language.
  describe();
  onChange(redraw);

  if (desk.visitor.token || desk.post.sessions.value.length > 0) desk.line.open();
  desk.resumeMail();
  remember(desk, launcher);

  return (command: Command) => {
    const [name, ...rest] = command;
    if (name === 'wake') {
      desk.quiet = rest[0] === true;
      desk.panelOpen.value ||= desk.quiet;
    } else {
      desk.quiet = false;
      if (navigator.userActivation?.isActive) notices.allowSound();
      const { panelOpen } = desk;
      if (name === 'open') panelOpen.value = true;
      else if (name === 'close') panelOpen.value = false;
      else if (name === 'toggle') panelOpen.value = !panelOpen.value;
      else (api ??= import('./api').then(m => new m.Api(desk, onChange))).then(a => a.run(name, rest), () => {
        api = undefined;
        desk.incomplete.value = true;
      });
    }
  };
};

/** An open panel is open again on the next page of the visit. */
function remember(desk: Desk, { site, button }: Launcher) {
  onChange(() => {
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
