/** A connection to a hub: SignalR's own client where a network needs other transports, the small one below everywhere else. */
export interface Hub {
  start(): Promise<void>;
  stop(): Promise<void>;
  invoke(method: string, ...rest: unknown[]): Promise<unknown>;
  on(name: string, push: (value: never) => void): void;
  onclose(ended: () => void): void;
}

interface Frame {
  readonly type?: number;
  readonly target?: string;
  readonly arguments?: readonly unknown[];
  readonly invocationId?: string;
  readonly result?: unknown;
  readonly error?: string;
}

const invocation = 1, completion = 3, ping = 6, close = 7;
const separator = '\x1e';
const pingEveryMs = 10_000;
const silentAfterMs = 20_000;

/**
 * SignalR's JSON hub protocol over one WebSocket, without negotiation: no load balancer has to be sticky. The part of it that a
 * visitor uses takes a twentieth of the library's bytes. Source: SignalR's HubProtocol.md and TransportProtocols.md.
 */
export class HubSocket implements Hub {
  private readonly calls = new Map<string, { resolve(value: unknown): void; reject(reason: Error): void }>();
  private readonly listeners = new Map<string, (value: never) => void>();
  private socket: WebSocket | undefined;
  private ended = () => {};
  private silence: ReturnType<typeof setTimeout> | undefined;
  private beat: ReturnType<typeof setInterval> | undefined;
  private last = 0;

  constructor(private readonly url: string, private readonly token: () => string) {}

  /** Resolves after the handshake. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const url = new URL(this.url.replace(/^http/, 'ws'));
      url.searchParams.set('access_token', this.token()); // A browser's WebSocket sends no header.
      const socket = this.socket = new WebSocket(url);
      this.calls.set('', { resolve: () => resolve(), reject });
      socket.onopen = () => socket.send(`{"protocol":"json","version":1}${separator}`);
      socket.onmessage = e => this.hear(e.data as string);
      socket.onclose = () => void this.stop();
      this.beat = setInterval(() => this.write({ type: ping }), pingEveryMs);
      this.listen();
    });
  }

  /** Also where the network is gone: a socket's own close takes long there, and who waits for the end is told now. */
  async stop(): Promise<void> {
    const { socket } = this;
    if (!socket) return;
    this.socket = undefined;
    clearTimeout(this.silence);
    clearInterval(this.beat);
    socket.close();
    this.calls.forEach(c => c.reject(new Error('not connected')));
    this.calls.clear();
    this.ended();
  }

  invoke(target: string, ...rest: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const invocationId = String(++this.last);
      if (!this.write({ type: invocation, target, arguments: rest, invocationId })) return reject(new Error('not connected'));
      this.calls.set(invocationId, { resolve, reject });
    });
  }

  on(name: string, push: (value: never) => void): void {
    this.listeners.set(name, push);
  }

  onclose(ended: () => void): void {
    this.ended = ended;
  }

  private write(frame: Frame): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(frame) + separator);
    return true;
  }

  private hear(text: string): void {
    this.listen();
    for (const part of text.split(separator)) if (part) this.take(JSON.parse(part) as Frame);
  }

  private take({ type, target, arguments: rest, invocationId = '', result, error }: Frame): void {
    if (type === invocation) this.listeners.get(target!)?.(rest![0] as never);
    else if (type === close) void this.stop();
    else if (type === completion || type === undefined) {
      // The answer to the handshake is the only frame without a type.
      const call = this.calls.get(invocationId);
      this.calls.delete(invocationId);
      if (error === undefined) call?.resolve(result);
      else call?.reject(new Error(error));
    }
  }

  private listen(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => void this.stop(), silentAfterMs);
  }
}
