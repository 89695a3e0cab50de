/** A value that is shown somewhere. */
export interface Cell<T> {
  value: T;
}

const listeners = new Set<() => void>();
let due = false;

/** Any change redraws the panel once, after the code that made it has run: nothing has to say what it depends on. */
export function cell<T>(initial: T): Cell<T> {
  let now = initial;
  return {
    get value() { return now; },
    set value(next: T) {
      if (next === now) return;
      now = next;
      if (due) return;
      due = true;
      queueMicrotask(() => {
        due = false;
        listeners.forEach(l => l());
      });
    },
  };
}

export function onChange(listener: () => void): void {
  listeners.add(listener);
  listener();
}
