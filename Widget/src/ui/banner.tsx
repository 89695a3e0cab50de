import { h } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Ui } from './ui';

/** Says what the connection does, once that lasts longer than a second. */
export function Banner({ desk, text }: Ui) {
  const state = desk.line.state.value;
  const shown = useSignal(false);
  const away = state === 'down' || state === 'outdated';
  useEffect(() => {
    if (!away) {
      shown.value = false;
      return undefined;
    }
    const later = setTimeout(() => { shown.value = true; }, 1_000);
    return () => clearTimeout(later);
  }, [away]);

  return (
    <div class="banner" role="status">
      {away && shown.value && (
        <p>
          {text.t(state === 'outdated' ? 'outdated' : navigator.onLine ? 'reconnecting' : 'offline')}
          {state === 'outdated' && <button class="link" type="button" onClick={() => location.reload()}>{text.t('reload')}</button>}
        </p>
      )}
    </div>
  );
}
