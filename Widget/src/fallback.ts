import { HttpConnection } from '@microsoft/signalr/dist/esm/HttpConnection';
import type { IConnection } from '@microsoft/signalr/dist/esm/IConnection';

/** SignalR's own choice of a transport, for networks that let no WebSocket through. Fetched only there. */
export const negotiated = (url: string, accessTokenFactory: () => string): IConnection =>
  new HttpConnection(url, { accessTokenFactory, withCredentials: false }) as unknown as IConnection;
