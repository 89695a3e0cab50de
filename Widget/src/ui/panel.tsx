import { Fragment, h } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { direction } from '../language';
import { Banner } from './banner';
import { Composer } from './composer';
import { Foot } from './foot';
import { Header } from './header';
import { Later } from './later';
import { Log } from './log';
import { StartForm } from './start';
import type { Ui } from './ui';

const mailForm = () => import('./mailForm');
const callForm = () => import('./callForm');

type Props = Ui & { readonly again: () => void };

export function Panel(props: Props) {
  return props.desk.panelOpen.value ? <Open {...props} /> : null;
}

function Open({ again, ...ui }: Props) {
  const { desk, text } = ui;
  const panel = useRef<HTMLElement>(null);
  const site = desk.site.value;
  const view = desk.view;
  useFocus(panel, desk.quiet, typeof site === 'object' ? view : undefined);
  usePhoneHeight(panel);

  return (
    <section ref={panel} class="panel" role="dialog" tabIndex={-1} lang={text.language} dir={direction(text.language)}
      aria-label={text.t('panel', { site: typeof site === 'object' ? site.name : '' })}
      aria-modal={matchMedia('(max-width: 480px)').matches}
      onKeyDown={e => {
        if (e.key === 'Escape' && !e.isComposing) {
          e.stopPropagation();
          desk.panelOpen.value = false;
        } else if (e.key === 'Tab') keepFocus(panel.current!, e);
      }}>
      <Header {...ui} />
      <Banner {...ui} />
      {site === undefined ? <Skeleton />
        : typeof site === 'string' ? <Unreachable {...ui} unknown={site === 'unknown'} again={again} />
        : view === 'start' ? <StartForm {...ui} site={site} />
        : <><Log {...ui} /><Later {...ui} part={!!desk.mail.value && (desk.mail.value.call ? callForm : mailForm)}><Composer {...ui} /><Foot {...ui} site={site} /></Later></>}
    </section>
  );
}

function Skeleton() {
  return <div class="scroll skeleton" aria-hidden="true"><i /><i /><i class="tall" /></div>;
}

function Unreachable({ text, unknown, again }: Ui & { unknown: boolean; again: () => void }) {
  return (
    <div class="scroll centred" role="alert">
      <p class="soft">{text.t(unknown ? 'unknownSite' : 'loadFailed')}</p>
      {!unknown && <button class="btn" type="button" onClick={again}>{text.t('retry')}</button>}
    </div>
  );
}

/** Focus goes in when the visitor opens, and follows the view. */
function useFocus(panel: { current: HTMLElement | null }, quiet: boolean, view: string | undefined) {
  useEffect(() => {
    if (quiet) return;
    // On a phone the first field would bring up the keyboard before anything was read.
    const field = matchMedia('(pointer: coarse)').matches ? null : panel.current?.querySelector<HTMLElement>('textarea, select, input');
    (field ?? panel.current)?.focus({ preventScroll: true });
  }, [view]);
}

function keepFocus(panel: HTMLElement, e: KeyboardEvent) {
  const stops = [...panel.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), textarea, select, input:not([type=file]), [tabindex="0"]')]
    .filter(x => x.offsetParent !== null);
  const from = (panel.getRootNode() as ShadowRoot).activeElement;
  const [first, last] = [stops[0], stops.at(-1)];
  if (e.shiftKey ? from === first || from === panel : from === last) {
    e.preventDefault();
    (e.shiftKey ? last : first)?.focus();
  }
}

/** A phone's keyboard covers the page without resizing it: the panel takes what stays visible. */
function usePhoneHeight(panel: { current: HTMLElement | null }) {
  useLayoutEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return undefined;
    const fit = () => {
      panel.current?.style.setProperty('--seen-height', `${seen.height}px`);
      panel.current?.style.setProperty('--seen-top', `${seen.offsetTop}px`);
    };
    fit();
    seen.addEventListener('resize', fit);
    seen.addEventListener('scroll', fit);
    return () => {
      seen.removeEventListener('resize', fit);
      seen.removeEventListener('scroll', fit);
    };
  }, []);
}
