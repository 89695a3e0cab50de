using System.Net.Http.Json;
using System.Text.Json;

namespace SupportHub.Load;

/// <summary>One end of a conversation.</summary>
internal sealed class End(Wire wire, long conversation, long session, int next)
{
    private int _number = next;

    public Wire Wire => wire;

    public Task Say()
    {
        var body = $"A sentence of ordinary length about a domain that cannot be renewed. t={System.Diagnostics.Stopwatch.GetTimestamp()}.";
        var number = _number++;
        return wire.Fire(System.Text.Encoding.UTF8.GetBytes(
            $$"""{"type":1,"invocationId":"f","target":"Send","arguments":[{"conversation":{{conversation}},"session":{{session}},"number":{{number}},"body":"{{body}}"}]}""" + "\u001e"));
    }
}

/// <summary>Conversations of two, each with a visitor's and an agent's connection.</summary>
/// <param name="patient">Each connection reads on a thread of its own (<see cref="PatientStream"/>).</param>
internal sealed class Pairs(Server server, bool patient = false)
{
    public async Task<List<End>> OverRelay(int conversations)
    {
        List<End> ends = [];
        for (var c = 1; c <= conversations; c++)
            for (var side = 0; side < 2; side++)
            {
                var wire = await Open("/relay");
                await wire.Ask("Join", c);
                ends.Add(new End(wire, c, side + 1, 1));
            }
        return ends;
    }

    public async Task<List<End>> OverHub(int conversations)
    {
        List<End> ends = [];
        var agents = new Dictionary<long, Wire>();
        foreach (var (id, cookie) in server.Agents)
        {
            agents[id] = await Open("/hubs/agent", cookie: cookie);
            await agents[id].Ask("Hello", new { version = 1 });
        }
        for (var c = 1; c <= conversations; c++)
        {
            var visitor = await Visitor();
            var joined = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            visitor.Pushed = frame =>
            {
                if (frame.IndexOf("\"kind\":\"joined\""u8) >= 0)
                    joined.TrySetResult(AgentOf(frame));
            };
            var session = 1000L + c;
            var view = await visitor.Ask("Start", new { session, body = "Hello" });
            var conversation = view.GetProperty("id").GetInt64();
            var agent = agents[await joined.Task.WaitAsync(TimeSpan.FromSeconds(20))];
            await agent.Ask("Open", conversation);
            ends.Add(new End(visitor, conversation, session, 2));
            ends.Add(new End(agent, conversation, 1_000_000 + c, 1));
        }
        return ends;
    }

    public async Task<Wire> Visitor()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, $"/api/widget/{HubServer.SiteKey}/visitor"));
        request.Headers.Add("Origin", HubServer.Origin);
        using var answer = await http.SendAsync(request);
        var token = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        var wire = await Open($"/hubs/visitor?site={HubServer.SiteKey}&access_token={token}", origin: HubServer.Origin);
        await wire.Ask("Hello", new { version = 1, language = "en" });
        return wire;
    }

    private Task<Wire> Open(string path, string? cookie = null, string? origin = null) => Wire.Open(new Uri(server.Address, path), cookie, origin, patient);

    private static long AgentOf(ReadOnlySpan<byte> frame)
    {
        var push = JsonElement.Parse(frame).GetProperty("arguments")[0];
        return push.GetProperty("entries").EnumerateArray().First(e => e.GetProperty("kind").GetString() == "joined")
            .GetProperty("detail").GetProperty("agent").GetProperty("id").GetInt64();
    }
}
