import { h } from 'preact';
import { useAway } from './away';
import type { Ui } from './ui';

/** Says what the connection does. */
export function Banner({ desk, text }: Ui) {
  const away = useAway(desk);
  const state = desk.line.state.value;
  // What a newer hub no longer has cannot be fetched while everything else goes on.
  const outdated = state === 'outdated' || (desk.incomplete.value && state === 'up');
  return (
    <div class="banner" role="status">
      {(away || outdated) && (
        <p>
          {text.t(outdated ? 'outdated' : navigator.onLine ? 'reconnecting' : 'offline')}
          {outdated && <button class="link" type="button" onClick={() => location.reload()}>{text.t('reload')}</button>}
        </p>
      )}
    </div>
  );
}
