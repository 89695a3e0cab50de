import type { Desk } from '../desk';
import type { Notices } from '../notices';
import type { Text } from '../text';

/** What every part of the panel draws from. */
export interface Ui {
  readonly desk: Desk;
  readonly text: Text;
  readonly notices: Notices;
}
