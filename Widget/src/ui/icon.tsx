import { h } from 'preact';

export type IconShapes = readonly (readonly [string, Readonly<Record<string, string | number>>])[];

/** A Lucide icon. It says nothing to a screen reader: the control that holds it has the words. */
export function Icon({ of, size = 20 }: { of: IconShapes; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      {of.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
