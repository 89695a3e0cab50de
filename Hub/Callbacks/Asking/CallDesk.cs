using SupportHub.Agents;
using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Calling;
using SupportHub.Callbacks.Lines;
using SupportHub.Callbacks.Numbers;
using SupportHub.Callbacks.Twilio;
using SupportHub.Conversations;
using SupportHub.Routing.Settings;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Callbacks.Asking;

/// <summary>What customers ask of calls, and agents: to be called, not to be called any more, to call again.</summary>
public sealed class CallDesk(
    CallGrants grants, LineDirectory lines, CallSlots slots, CallMail mail, AttemptDesk attempts, AttemptSql tried, IPhoneLine network, SiteDirectory sites, AgentDirectory agents, RoutingDirectory routing,
    Journal journal, TimeProvider clock)
{
    /// <param name="from">The network address of who asks.</param>
    public Task<Refusal?> Ask(Conversation state, CallBack call, string? from) => Ask(state, call, from, () => call.At is null ? Task.FromResult<string?>(null) : mail.AddressOf(state));

    /// <summary>As a mail asked for it: a mail confirms it.</summary>
    public Task<Refusal?> AskByMail(Conversation state, CallBack call) => Ask(state, call, null, () => mail.AddressOf(state));

    public async Task<Refusal?> Cancel(Conversation state)
    {
        var outcome = await journal.Submit(state.Id, new Command.CancelCall(Author.Visitor(state.VisitorId)));
        if (outcome.Refusal is { } refusal)
            return refusal;
        if (state.CallAttempts > 0)
            await attempts.Happen(state.Id, state.CallAttempts, new AttemptEvent.Cancel());
        return null;
    }

    /// <summary>An agent calls again, at the number that was called last. It counts like what customers ask for.</summary>
    /// <param name="mine">The time is the agent's own.</param>
    public async Task<Refusal?> Again(Conversation state, long agent, long? at, bool mine)
    {
        var nowMs = clock.NowMs();
        if (at is { } wanted && (wanted <= nowMs || wanted > nowMs + SlotRules.AheadMs))
            return new Refusal(RefusalCode.Invalid);
        if (lines.Working(state.SiteId) is not { } line || await tried.Find(state.Id, state.CallAttempts) is not { } last
            || NumberRules.Read(last.Customer, line.Countries[0], line.Countries).Number is not { } number
            || at is { } then && !IsOpen(state, then) || (at is null || mine) && lines.PhoneOf(agent) is null)
            return new Refusal(RefusalCode.NoCalls);
        if (state.Calling)
            return new Refusal(RefusalCode.Calling);
        if (state.AgentId != agent)
            return new Refusal(RefusalCode.NotAssigned);
        if (!await grants.Pays(line, at))
            return new Refusal(RefusalCode.TooManyCalls);
        if (!await grants.Count(line, visitor: null, number.E164, from: null))
            return new Refusal(RefusalCode.TooManyCalls);
        if (at is { } booked && !await Book(state, line, booked, mine ? agent : null))
            return new Refusal(RefusalCode.TimeTaken);

        // The agent may still hear the end of the last call, and a phone that is busy would count as not picked up.
        if (at is null && last.Known.AgentSid is { } sid)
            await network.End(line.Account, sid, CancellationToken.None);
        var outcome = await journal.Submit(state.Id, new Command.CallAgain(
            Author.Agent(agent), number.E164, NumberText.International(number.E164), NumberText.International(line.Number), at, at is null ? null : await mail.AddressOf(state),
            at is not null && mine ? agents.Find(agent)?.ToPerson() : null));
        if (outcome.Refusal is not null && at is not null)
            await slots.Free(state.Id);
        return outcome.Refusal;
    }

    private async Task<Refusal?> Ask(Conversation state, CallBack call, string? from, Func<Task<string?>> confirmTo)
    {
        if (state.Calling)
            return new Refusal(RefusalCode.Calling);
        var wish = new CallWish(call.Number, call.Country, call.At);
        if (lines.Working(state.SiteId) is { } line && state.Channel == ChannelKind.Phone && state.CallAt == call.At && state.CallTo == CallGrants.Read(line, wish).Value?.E164)
            return null;
        var granted = await grants.Grant(state.SiteId, state.TopicId, state.Id, state.VisitorId, wish, from, state.CallAt);
        if (granted.Value is not { } want)
            return granted.Refusal;
        var asks = state.AgentId is { } agent && lines.PhoneOf(agent) is not null ? clock.NowMs() + routing.Topic(state.TopicId).OfferSeconds * 1000L : (long?)null;
        var outcome = await journal.Submit(state.Id, want with { OfferUntilMs = asks, MailTo = await confirmTo() });
        if (outcome.Refusal is not null && want.At is not null)
            await GiveBack(state);
        return outcome.Refusal;
    }

    /// <summary>To the time that the conversation had, if it had one.</summary>
    private async Task GiveBack(Conversation state)
    {
        if (state.CallAt is not { } before || lines.Working(state.SiteId) is not { } line || !await slots.Book(Slot(state, line, before, state.CallBy), line.Settings.AtOnce, clock.NowMs()))
            await slots.Free(state.Id);
    }

    /// <summary>An agent may choose any minute, so what lies across it is looked at as well.</summary>
    private async Task<bool> Book(Conversation state, OpenLine line, long at, long? agent)
    {
        // Who has the conversation may call about it, whatever the skills say.
        var atOnce = Math.Max(1, grants.AtOnce(line, state.TopicId));
        return SlotRules.IsFree(at, line.SlotMs, atOnce, await slots.Booked(state.SiteId, at - line.SlotMs, at + line.SlotMs))
            && await slots.Book(Slot(state, line, at, agent), atOnce, clock.NowMs());
    }

    private static CallSlot Slot(Conversation state, OpenLine line, long at, long? agent) => new(state.SiteId, state.Id, at, at + line.SlotMs, agent);

    private bool IsOpen(Conversation state, long atMs) => sites.ById(state.SiteId)?.Hours.Of(state.TopicId, ChannelKind.Phone) is { Offered: true } hours && hours.Opening.IsOpen(atMs);
}
