using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using SupportHub.Callbacks.Twilio;
using SupportHub.Lab.Phone;
using SupportHub.Tests;

namespace SupportHub.Integration.Lab.Phone;

/// <summary>The Lab's telephone network alone, a hub that answers what the test says, and the hub's own client between the two.</summary>
internal sealed class PhoneWorld : PhonePage, IAsyncDisposable
{
    public const string Company = "+33184800000";
    public const string Claire = "+33612000001";
    public const string Lucie = "+33612345678";
    private const string Sid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Token = "between the two of us";

    private readonly ServiceProvider _services;
    private readonly WebApplication _network;

    private PhoneWorld(Uri web)
        : base(web)
    {
        Account = new PhoneAccount(Sid, Sid, Token) { Address = web };
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

    public static async Task<PhoneWorld> Start()
    {
        var world = new PhoneWorld(new Uri($"http://127.0.0.1:{Ports.Free()}"));
        await world.Hub.Start();
        await world._network.StartAsync();
        return world;
    }

    public CallOrder Order(string to = Claire) => new(to, Company, new Uri(Hub.Address, "/voice?attempt=7"), new Uri(Hub.Address, "/status"));

    public Task<Placement> Place(CallOrder? order = null, CancellationToken cancel = default) => Line.Place(Account, order ?? Order(), cancel);

    public async Task<string> Placed(CallOrder? order = null) => ((Placement.Placed)await Place(order)).Sid;

    public async Task<PhoneCall> Fetch(string sid) => (await Line.Fetch(Account, sid, default)).Value!;

    public async Task<IReadOnlyList<PhoneCall>> Calls(CallSearch? search = null) => (await Line.List(Account, search ?? new CallSearch(), default)).Value!;

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
        Dispose();
    }
}
