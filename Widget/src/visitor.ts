import type { HttpRefusal, VisitorPass, WidgetSite } from './contracts';
import type { Store } from './store';

/** Who the visitor is to the hub: a token that the browser keeps. It is made when the visitor first writes, never on a mere page view. */
export class Visitor {
  constructor(private readonly origin: string, private readonly site: string, private readonly store: Store) {}

  get token(): string | undefined {
    return this.store.get('token') ?? undefined;
  }

  fetch(path: string, more: RequestInit = {}): Promise<Response> {
    return fetch(this.origin + path, { ...more, headers: this.token ? { authorization: `Bearer ${this.token}` } : {} });
  }

  private get api() {
    return `/api/widget/${encodeURIComponent(this.site)}`;
  }

  /** Nothing where the hub does not know the site, or not for this page. */
  async describe(): Promise<WidgetSite | undefined> {
    const answer = await fetch(this.origin + this.api);
    if (answer.ok) return await answer.json() as WidgetSite;
    if (answer.status < 500) return undefined;
    throw new Error(`site: ${answer.status}`);
  }

  /** The token, made now if there is none; one for all tabs that ask at once. */
  pass(): Promise<string> {
    return exclusively(`supporthub.${this.site}.token`, async () => {
      if (this.token) return this.token;
      const answer = await fetch(`${this.origin}${this.api}/visitor`, { method: 'POST' });
      if (!answer.ok) throw new Error(`visitor: ${answer.status} ${(await answer.json().catch(() => ({})) as Partial<HttpRefusal>).code}`);
      const { token } = await answer.json() as VisitorPass;
      this.store.set('token', token);
      return token;
    });
  }

  /** Whether the hub still accepts the token. Throws where the hub cannot be reached. */
  async stillKnown(): Promise<boolean> {
    const { status } = await this.fetch(`${this.api}/unread`);
    if (status >= 500) throw new Error(`unread: ${status}`);
    return status !== 401;
  }

  forget(token: string | undefined): void {
    if (this.token === token) this.store.remove('token');
  }
}

function exclusively<T>(name: string, act: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(name, act) : act();
}
