using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;
using NUnit.Framework;
using SupportHub.Agents.SignIn;
using SupportHub.Tests;
using SupportHub.Tests.Agents;

namespace SupportHub.Integration.Deploy;

/// <summary>The configurations that are delivered, in front of two hub processes.</summary>
public sealed class ProxyTests
{
    [TestCase("nginx")]
    [TestCase("haproxy")]
    [TestCase("caddy")]
    public async Task People_chat_through_it_are_told_apart_by_address_and_no_token_is_in_its_log(string program)
    {
        if (!Proxy.IsInstalled(program))
            Assert.Ignore($"{program} is not installed here, so its configuration was not tried.");
        await using var redis = await RedisServer.Create();
        using var database = await TestDatabase.Create(Engine.Postgres);
        await World.Seed(database, capacity: 3, "Claire");
        string[] settings =
            [.. database.Arguments, $"--Redis:Connection={redis.Connection}", "--ForwardedHeaders_Enabled=true", "--Limits:ConnectionsPerAddress=2"];
        await using var one = await HubProcess.Start(settings);
        await using var two = await HubProcess.Start(settings);
        await using var proxy = await Proxy.Start(program, one.Address, two.Address);

        using var page = new PageVisitor(proxy.Address);
        await page.SignIn("Claire@example.com", World.Password);
        Assert.That(await page.SessionStatus(), Is.EqualTo(HttpStatusCode.OK));
        await using var claire = await World.Agent(proxy.Address, $"{SessionCookie.Name}={page.Cookies[SessionCookie.Name]}");
        var token = await Token(proxy.Address);
        var customer = await World.Visitor(proxy.Address, token);
        var id = (await customer.Ask("Start", new { session = 1, body = "through the proxy" })).GetProperty("id").GetInt64();
        await claire.Next("Summary", s => s.GetProperty("id").GetInt64() == id && s.GetProperty("status").GetString() == "assigned");
        await claire.Ask("Open", id);
        await claire.Ask("Send", new { conversation = id, session = 2, number = 1, body = "and back" });
        await customer.Next("Entries", p => p.ToString().Contains("and back", StringComparison.Ordinal));

        using var second = await Connect(proxy.Address, token, IPAddress.Loopback);
        Assert.That(async () => await Connect(proxy.Address, token, IPAddress.Loopback), Refused, "a third from one address");
        Assert.That(async () => await Connect(proxy.Address, token, IPAddress.Loopback, pretending: "203.0.113.9"), Refused, "nobody chooses an address");
        using var elsewhere = await Connect(proxy.Address, token, IPAddress.Parse("127.0.0.2"));

        await customer.DisposeAsync();
        second.Abort();
        await Eventually.Succeeds(() => proxy.Log.Contains("/hubs/visitor", StringComparison.Ordinal) ? Task.CompletedTask : throw new TimeoutException(proxy.Log));
        Assert.That(proxy.Log, Does.Not.Contain(token).And.Not.Contain(Uri.EscapeDataString(token)).And.Not.Contain(page.Cookies[SessionCookie.Name]));
    }

    private static NUnit.Framework.Constraints.IResolveConstraint Refused => Throws.TypeOf<WebSocketException>().With.Message.Contains("429");

    private static async Task<string> Token(Uri proxy)
    {
        using var http = new HttpClient(Handler(IPAddress.Loopback));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(proxy, $"/api/widget/{World.SiteKey}/visitor"));
        request.Headers.Add("Origin", World.Origin);
        using var answer = await http.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    private static async Task<ClientWebSocket> Connect(Uri proxy, string token, IPAddress from, string? pretending = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", World.Origin);
        if (pretending is not null)
            socket.Options.SetRequestHeader("X-Forwarded-For", pretending);
        using var invoker = new HttpMessageInvoker(Handler(from), disposeHandler: false);
        var address = new UriBuilder(new Uri(proxy, $"/hubs/visitor?site={World.SiteKey}&access_token={Uri.EscapeDataString(token)}")) { Scheme = "wss" }.Uri;
        await socket.ConnectAsync(address, invoker, CancellationToken.None);
        return socket;
    }

    private static SocketsHttpHandler Handler(IPAddress from) => new()
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };
}
