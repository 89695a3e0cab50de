import type { RefusalCode } from '../contracts';
import type { Strings } from './strings';

/** A language is one file here and one line below. */
const files: { readonly [language: string]: () => Promise<{ strings: Strings }> } = {
  en: () => import('./en'),
  fr: () => import('./fr'),
};

export const languages = Object.keys(files);

export const load = async (language: string): Promise<Strings> => (await files[language]!()).strings;

type AgentsOnly = 'unknown-agent' | 'not-waiting' | 'not-assigned' | 'offer-over';

// Every refusal that a visitor may get has its sentence in every language.
type Missing = Exclude<`refusal.${Exclude<RefusalCode, AgentsOnly>}`, keyof Strings>;
export const everyRefusalIsWorded: [Missing] extends [never] ? true : Missing = true;
