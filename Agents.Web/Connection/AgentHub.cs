using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Connection;

internal static class AgentHub
{
    public static HubConnection Build(Uri address)
    {
        var hub = new HubConnectionBuilder()
            // A WebSocket without negotiation needs no sticky sessions: any node behind a load balancer will do.
            .WithUrl(address, options =>
            {
                options.Transports = HttpTransportType.WebSockets;
                options.SkipNegotiation = true;
            })
            .AddJsonProtocol(options => WireJson.Configure(options.PayloadSerializerOptions))
            .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .Build();
        hub.ServerTimeout = TimeSpan.FromSeconds(20);
        hub.KeepAliveInterval = TimeSpan.FromSeconds(10);
        hub.HandshakeTimeout = TimeSpan.FromSeconds(10);
        return hub;
    }
}
