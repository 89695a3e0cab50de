import { h } from 'preact';
import { Icon, type IconShapes } from './icon';

/** A button that is an icon: its words are its name and its hint. */
export function Tool({ of, label, class: more = '', size, ...rest }: {
  of: IconShapes; label: string; class?: string; size?: number; onClick: () => void; 'aria-expanded'?: boolean;
}) {
  return <button class={`tool ${more}`} type="button" aria-label={label} title={label} {...rest}><Icon of={of} size={size} /></button>;
}
