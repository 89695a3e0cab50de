import type { IConnection } from '@microsoft/signalr/dist/esm/IConnection';

/** SignalR over one WebSocket, without negotiation: no sticky load balancer is needed, and no other transport is downloaded. */
export class Socket implements IConnection {
  readonly features = {};
  onreceive: IConnection['onreceive'] = null;
  onclose: IConnection['onclose'] = null;
  private socket: WebSocket | undefined;

  constructor(public baseUrl: string, private readonly token: () => string) {}

  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const url = new URL(this.baseUrl);
      url.protocol = url.protocol.replace('http', 'ws');
      url.searchParams.set('access_token', this.token()); // A browser's WebSocket sends no header.
      const socket = this.socket = new WebSocket(url);
      socket.onopen = () => resolve();
      socket.onmessage = e => this.onreceive?.(e.data as string);
      socket.onclose = () => {
        reject(new Error('not connected'));
        if (this.socket !== socket) return;
        this.socket = undefined;
        this.onclose?.();
      };
    });
  }

  async send(frame: string | ArrayBuffer): Promise<void> {
    if (this.socket?.readyState !== WebSocket.OPEN) throw new Error('not connected');
    this.socket.send(frame);
  }

  async stop(): Promise<void> {
    // A socket without a network takes long to close: who waits for the end is told now.
    const { socket } = this;
    this.socket = undefined;
    socket?.close();
    if (socket) this.onclose?.();
  }
}
