/** Enter sends, except where it ends the composition of a character (Safari reports that Enter only by its code 229). */
export const isSend = (e: KeyboardEvent) =>
  e.key === 'Enter' && !e.shiftKey && !e.altKey && !e.isComposing && e.keyCode !== 229;
