import type { h } from 'preact';

declare global {
  /** Parts that are fetched later are handed `h` and import nothing that would tell what JSX is. */
  namespace JSX {
    type Element = h.JSX.Element;
    type ElementType = h.JSX.ElementType;
    interface IntrinsicElements extends h.JSX.IntrinsicElements {}
    interface IntrinsicAttributes extends h.JSX.IntrinsicAttributes {}
    interface ElementChildrenAttribute extends h.JSX.ElementChildrenAttribute {}
  }
}
