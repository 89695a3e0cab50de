import { key } from './launcher';

/**
 * What this browser keeps for one site. Where storage is blocked or full, memory stands in: everything works, until the page is left.
 */
export class Store {
  private readonly memory = new Map<string, string>();

  constructor(private readonly site: string, private readonly where: () => Storage = () => localStorage) {}

  get(name: string): string | null {
    return this.memory.get(name) ?? this.attempt(s => s.getItem(key(this.site, name)));
  }

  set(name: string, value: string): void {
    const kept = this.attempt(s => (s.setItem(key(this.site, name), value), true));
    if (kept) this.memory.delete(name);
    else this.memory.set(name, value);
  }

  remove(name: string): void {
    this.memory.delete(name);
    this.attempt(s => s.removeItem(key(this.site, name)));
  }

  names(prefix: string): string[] {
    const start = key(this.site, prefix);
    const stored = this.attempt(s => Object.keys(s)) ?? [];
    const names = stored.filter(k => k.startsWith(start)).map(k => k.slice(key(this.site, '').length));
    return [...new Set([...names, ...[...this.memory.keys()].filter(k => k.startsWith(prefix))])];
  }

  /** Another tab changed something; without a name, everything went. */
  onChange(changed: (name: string | undefined) => void): void {
    addEventListener('storage', e => {
      const start = key(this.site, '');
      if (e.key === null) changed(undefined);
      else if (e.key.startsWith(start)) changed(e.key.slice(start.length));
    });
  }

  private attempt<T>(act: (storage: Storage) => T): T | null {
    try {
      return act(this.where());
    } catch {
      return null;
    }
  }
}
