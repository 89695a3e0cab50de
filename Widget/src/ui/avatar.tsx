import { h } from 'preact';
import { useSignal } from '@preact/signals';
import type { Person } from '../contracts';

const grounds = 8;

/** A person's picture; the initial where there is none, or where the page's rules do not let it load. */
export function Avatar({ person, origin, size }: { person: Person; origin: string; size: 's' | 'm' | 'l' }) {
  const broken = useSignal(false);
  return (
    <span class={`avatar ${size} a${person.id % grounds}`} aria-hidden="true">
      {person.picture && !broken.value
        ? <img src={new URL(person.picture, origin).href} alt="" onError={() => { broken.value = true; }} />
        : [...person.firstName][0]?.toLocaleUpperCase()}
    </span>
  );
}
