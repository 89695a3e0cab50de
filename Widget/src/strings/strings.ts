import type { RefusalCode } from '../contracts';
import type { strings as en } from './en';
import type { strings as enLater } from './later/en';

/** A text whose form depends on a number, by the language's own categories. */
export type Plural = { readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string };

/** Every language has exactly the keys that English has; only plurals differ in their categories. */
export type Strings = { readonly [key in keyof typeof en]: (typeof en)[key] extends string ? string : Plural };

/** Likewise for the parts that are fetched when they are wanted. */
export type LaterStrings = { readonly [key in keyof typeof enLater]: string };

type Worded = { [key in keyof typeof en]: (typeof en)[key] extends string ? key : never }[keyof typeof en];

/** A refusal may be newer than this widget: the sentence that always fits then stands for it. */
export type Key = Worded | `refusal.${RefusalCode}`;
export type PluralKey = Exclude<keyof typeof en, Worded>;

/** The button's own words, which the loader carries for every language. */
export interface LauncherWords {
  readonly open: string;
  readonly unreachable: string;
}
