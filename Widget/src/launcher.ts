/** What the loader hands to the chat, and what both keep in the browser under the same names. */
export interface Launcher {
  /** The hub's address, "https://support.example.com". */
  readonly origin: string;
  readonly site: string;
  /** From the tag's data-language. */
  readonly language?: string;
  readonly root: ShadowRoot;
  readonly button: HTMLButtonElement;
}

/** A call of window.SupportHub: a name and its arguments. */
export type Command = readonly [name: string, ...rest: unknown[]];

/** What the chat module exports. The loader passes all later calls of window.SupportHub to what it returns. */
export type Start = (launcher: Launcher) => (command: Command) => void;

export const key = (site: string, name: string) => `supporthub.${site}.${name}`;
