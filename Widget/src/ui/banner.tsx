import { h } from 'preact';
import { useAway } from './away';
import type { Ui } from './ui';

/** Says what the connection does. */
export function Banner({ desk, text }: Ui) {
  const away = useAway(desk);
  const outdated = desk.line.state.value === 'outdated';
  return (
    <div class="banner" role="status">
      {away && (
        <p>
          {text.t(outdated ? 'outdated' : navigator.onLine ? 'reconnecting' : 'offline')}
          {outdated && <button class="link" type="button" onClick={() => location.reload()}>{text.t('reload')}</button>}
        </p>
      )}
    </div>
  );
}
