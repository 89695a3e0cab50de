import { useEffect, useState } from 'preact/hooks';
import type { Desk } from '../desk';

/** Whether the connection is gone, once that lasts longer than a second. */
export function useAway({ line }: Desk): boolean {
  const state = line.state.value;
  const away = state === 'down' || state === 'outdated';
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!away) {
      setLong(false);
      return undefined;
    }
    const later = setTimeout(() => setLong(true), 1_000);
    return () => clearTimeout(later);
  }, [away]);
  return away && long;
}
