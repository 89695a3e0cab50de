using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using SupportHub.Callbacks.Twilio;
using SupportHub.Lab.Phone;
using SupportHub.Tests;

namespace SupportHub.Integration.Lab.Phone;

/// <summary>The Lab's telephone network alone, a hub that answers what the test says, and the hub's own client between the two.</summary>
internal sealed partial class PhoneWorld : IAsyncDisposable
{
    public const string Company = "+33184800000";
    public const string Claire = "+33612000001";
    public const string Lucie = "+33612345678";
    private const string Sid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Token = "between the two of us";

    private readonly ServiceProvider _services;
    private readonly WebApplication _network;

    private PhoneWorld()
    {
        var web = new Uri($"http://127.0.0.1:{Ports.Free()}");
        Account = new PhoneAccount(Sid, Sid, Token) { Address = web };
        Browser.BaseAddress = web;
        Browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB");
        _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddPhoneLine().BuildServiceProvider();
        _network = LabPhone.Create(new LabPhoneSettings(web, Sid, Token)
        {
            Numbers = [Company], People = [new(Claire, "Claire <Muller>"), new(Lucie, "Lucie")], SpeechPace = TimeSpan.Zero, Time = Clock,
        });
    }

    public PhoneAccount Account { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));

    public IPhoneLine Line => _services.GetRequiredService<IPhoneLine>();

    public ScriptedHub Hub { get; } = new(Token);

    public HttpClient Browser { get; } = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });

    public static async Task<PhoneWorld> Start()
    {
        var world = new PhoneWorld();
        await world.Hub.Start();
        await world._network.StartAsync();
        return world;
    }

    public CallOrder Order(string to = Claire) => new(to, Company, new Uri(Hub.Address, "/voice?attempt=7"), new Uri(Hub.Address, "/status"));

    public Task<Placement> Place(CallOrder? order = null, CancellationToken cancel = default) => Line.Place(Account, order ?? Order(), cancel);

    public async Task<string> Placed(CallOrder? order = null) => ((Placement.Placed)await Place(order)).Sid;

    public async Task<PhoneCall> Fetch(string sid) => (await Line.Fetch(Account, sid, default)).Value!;

    public async Task<IReadOnlyList<PhoneCall>> Calls(CallSearch? search = null) => (await Line.List(Account, search ?? new CallSearch(), default)).Value!;

    /// <summary>As it is sent, with its entities.</summary>
    public Task<string> Html() => Browser.GetStringAsync("/");

    public async Task<string> Page() => WebUtility.HtmlDecode(await Html());

    /// <summary>What the page shows of one phone.</summary>
    public async Task<string> Card(string number)
    {
        var page = await Page();
        return page.Split("<article ").Single(card => card.Contains($"id=\"p{number[1..]}\""));
    }

    /// <summary>As soon as the page has a call on this phone that it can be done with.</summary>
    public Task Do(string number, string act, string? key = null) => Eventually.Succeeds(async () =>
    {
        var card = await Card(number);
        Assert.That(card, Does.Contain($"/{act}\""));
        await Post($"/phones/{Uri.EscapeDataString(number)}/{act}", ("call", SidOnCard().Match(card).Groups[1].Value), ("key", key ?? ""));
    });

    public Task Habit(string number, string habit) => Post($"/phones/{Uri.EscapeDataString(number)}/habit", ("habit", habit));

    public Task Fault(string orders = "None", string reports = "None") => Post("/faults", ("orders", orders), ("reports", reports));

    public async Task Post(string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await Browser.PostAsync(path, content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    public Task Sees(string number, string words) => Eventually.Succeeds(async () => Assert.That(await Card(number), Does.Contain(words)));

    /// <summary>Turns the clock until it is so.</summary>
    public Task Turning(TimeSpan step, Func<Task> until) => Eventually.Succeeds(async () =>
    {
        Clock.Advance(step);
        await until();
    });

    public async ValueTask DisposeAsync()
    {
        await _network.StopAsync();
        await _network.DisposeAsync();
        await Hub.DisposeAsync();
        await _services.DisposeAsync();
        Browser.Dispose();
    }

    [GeneratedRegex("name=\"call\" value=\"(CA[0-9a-f]{32})\"")]
    private static partial Regex SidOnCard();
}
