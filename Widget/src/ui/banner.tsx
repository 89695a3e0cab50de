import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Ui } from './ui';

/** Says what the connection does, once that lasts longer than a second. */
export function Banner({ desk, text }: Ui) {
  const state = desk.line.state.value;
  const [shown, setShown] = useState(false);
  const away = state === 'down' || state === 'outdated';
  useEffect(() => {
    if (!away) {
      setShown(false);
      return undefined;
    }
    const later = setTimeout(() => setShown(true), 1_000);
    return () => clearTimeout(later);
  }, [away]);

  return (
    <div class="banner" role="status">
      {away && shown && (
        <p>
          {text.t(state === 'outdated' ? 'outdated' : navigator.onLine ? 'reconnecting' : 'offline')}
          {state === 'outdated' && <button class="link" type="button" onClick={() => location.reload()}>{text.t('reload')}</button>}
        </p>
      )}
    </div>
  );
}
