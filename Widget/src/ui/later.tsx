import { Fragment, h, type ComponentChildren, type ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isAddress } from '../address';
import { loadLater } from '../strings';
import type { LaterStrings } from '../strings/strings';
import type { Values } from '../text';
import { Icon } from './icon';
import { wear } from './theme';
import type { Ui } from './ui';
import { answered, wayOf } from './ways';

/**
 * What a part that is fetched later works with. If it imported these itself, the build would cut them out of the chat into a file of their own,
 * which every visitor would have to wait for.
 */
const tools = { h, Fragment, useEffect, useRef, useState, Icon, isAddress, answered, wayOf, wear };

export type Tools = typeof tools;

/** The words of such a part. */
export type Say = (key: keyof LaterStrings, values?: Values) => string;

/** What its module exports as `part`. */
export type Part = (tools: Tools, say: Say) => ComponentType<Ui>;

/** A part that is fetched when it is wanted; until it is here, what stands in its place. Where it cannot be fetched, the banner says so. */
export function Later({ part, children, ...ui }: Ui & { part: (() => Promise<{ part: Part }>) | false; children?: ComponentChildren }) {
  const { desk, text } = ui;
  const [Drawn, setDrawn] = useState<ComponentType<Ui>>();
  useEffect(() => {
    let wanted = true;
    setDrawn(undefined);
    if (part) Promise.all([part(), loadLater(text.language)]).then(([{ part }, strings]) => {
      desk.incomplete.value = false;
      if (wanted) setDrawn(() => part(tools, text.also(strings)));
    }, () => {
      desk.incomplete.value = true;
      desk.mail.value = undefined;
      desk.menu.value = false;
    });
    return () => { wanted = false; };
  }, [part, text]);
  return part && Drawn ? <Drawn {...ui} /> : <>{children}</>;
}
