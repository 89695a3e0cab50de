import type { RefusalCode } from '../contracts';
import type { LaterStrings, Strings } from './strings';

/** A language is a file here, one in `later/`, and one line below. */
const files: { readonly [language: string]: readonly [() => Promise<{ strings: Strings }>, () => Promise<{ strings: LaterStrings }>] } = {
  en: [() => import('./en'), () => import('./later/en')],
  fr: [() => import('./fr'), () => import('./later/fr')],
};

export const languages = Object.keys(files);

export const load = async (language: string): Promise<Strings> => (await files[language]![0]()).strings;

/** What the parts say that are fetched when they are wanted. */
export const loadLater = async (language: string): Promise<LaterStrings> => (await files[language]![1]()).strings;

type AgentsOnly = 'unknown-agent' | 'not-waiting' | 'not-assigned' | 'offer-over';

// Every refusal that a visitor may get has its sentence in every language.
type Missing = Exclude<`refusal.${Exclude<RefusalCode, AgentsOnly>}`, keyof Strings | keyof LaterStrings>;
export const everyRefusalIsWorded: [Missing] extends [never] ? true : Missing = true;
