import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import type { Hub } from './hubSocket';

/** SignalR's own client and its choice of a transport, for networks that let no WebSocket through. Fetched only there. */
export const negotiated = (url: string, accessTokenFactory: () => string): Hub =>
  new HubConnectionBuilder()
    .withUrl(url, { accessTokenFactory, withCredentials: false, transport: HttpTransportType.WebSockets | HttpTransportType.LongPolling })
    .configureLogging(LogLevel.None)
    .withServerTimeout(20_000)
    .withKeepAliveInterval(10_000)
    .build();
