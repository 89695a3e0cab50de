/** Milliseconds before the next attempt: doubling from a quarter of a second to ten, spread so that a crowd does not return at once. */
export const pause = (attempt: number, chance: number) =>
  Math.min(10_000, 500 * 2 ** attempt) * (0.5 + chance / 2);
