import { h } from 'preact';
import { useState } from 'preact/hooks';
import type { Person } from '../contracts';

const grounds = 8;

/** A person's picture; the initial where there is none, or where the page's rules do not let it load. */
export function Avatar({ person, origin, size }: { person: Person; origin: string; size: 's' | 'm' | 'l' }) {
  const [broken, setBroken] = useState(false);
  return (
    <span class={`avatar ${size} a${person.id % grounds}`} aria-hidden="true">
      {person.picture && !broken
        ? <img src={new URL(person.picture, origin).href} alt="" onError={() => setBroken(true)} />
        : [...person.firstName][0]?.toLocaleUpperCase()}
    </span>
  );
}
