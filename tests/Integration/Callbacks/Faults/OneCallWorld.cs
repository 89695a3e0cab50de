using NUnit.Framework;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Storage;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks.Faults;

/// <summary>A customer has asked to be called, and waits for it; an agent is there.</summary>
public abstract class OneCallWorld(Engine engine) : CallWorld(engine)
{
    private protected RawSignalR Agent { get; private set; } = null!;

    private protected RawSignalR Customer { get; private set; } = null!;

    protected long Id { get; private set; }

    [SetUp]
    public async Task Asked()
    {
        await BeforeAsking();
        Agent = await World.Agent(Hub, 1);
        Customer = await World.Visitor(Hub.Address);
        Id = await Asks(Customer);
        await Sees(Customer, "joined");
        await WantsCall(Customer, Id);
    }

    [TearDown]
    public async Task Leave()
    {
        await Customer.DisposeAsync();
        await Agent.DisposeAsync();
    }

    protected virtual Task BeforeAsking() => Task.CompletedTask;

    protected Conversation Row => Hub.Get<OpenConversations>().Find(Id)!.State;

    protected async Task<IReadOnlyList<Entry>> Timeline() => (await Hub.Get<Timeline>().After(Id, 0, publicOnly: false)).Entries;

    /// <summary>Turns the clock of whatever the attempts wait for, until it is so.</summary>
    protected Task Passes(Action until) => CallTimers.Pass(Hub.Get<Database>(), Id, () =>
    {
        until();
        return Task.CompletedTask;
    });
}
