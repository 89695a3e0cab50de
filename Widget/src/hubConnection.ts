import { HubConnection } from '@microsoft/signalr/dist/esm/HubConnection';
import type { IConnection } from '@microsoft/signalr/dist/esm/IConnection';
import { JsonHubProtocol } from '@microsoft/signalr/dist/esm/JsonHubProtocol';
import { NullLogger } from '@microsoft/signalr/dist/esm/Loggers';

/** HubConnectionBuilder without the transports that it always brings along. */
type Create = (
  connection: IConnection, logger: unknown, protocol: JsonHubProtocol, reconnect: undefined, serverTimeoutMs: number, keepAliveMs: number) => HubConnection;

export const hubConnection = (over: IConnection): HubConnection =>
  (HubConnection as unknown as { create: Create }).create(over, NullLogger.instance, new JsonHubProtocol(), undefined, 20_000, 10_000);
