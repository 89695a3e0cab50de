const rightToLeft = /^(ar|fa|he|ur)\b/;

/** The first wish that is offered, by its full tag or its language alone; else the first offered. */
export function pick(wishes: readonly (string | undefined)[], offered: readonly string[]): string {
  for (const wish of wishes) {
    const tag = wish?.toLowerCase();
    if (!tag) continue;
    const found = offered.find(o => o.toLowerCase() === tag) ?? offered.find(o => o.split('-')[0]!.toLowerCase() === tag.split('-')[0]);
    if (found) return found;
  }
  return offered[0]!;
}

export const direction = (language: string) => rightToLeft.test(language) ? 'rtl' : 'ltr';
