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

/// <summary>What customers ask of calls: which times there are, to be called, and not to be called any more.</summary>
public sealed class CallDesk(
    LineDirectory lines, IPhoneLine network, AttemptSql tried, CallSlots slots, CallCounts counts, CallMail mail, AttemptDesk attempts, SiteDirectory sites, RoutingDirectory routing, Journal journal,
    TimeProvider clock)
{
    /// <summary>Null where a topic's customers are never called.</summary>
    public async Task<CallTimes?> Times(long siteId, long? topic)
    {
        var nowMs = clock.NowMs();
        if (sites.ById(siteId) is not { } site || lines.Working(siteId) is not { } line || site.Hours.Calling(topic, nowMs) is not { } hours)
            return null;
        var booked = await slots.Booked(siteId, nowMs, nowMs + SlotRules.Days * 24 * 3600_000L);
        var settings = line.Settings;
        return new CallTimes(
            hours.OpenNow,
            SlotRules.Free(site.Hours.Of(topic, ChannelKind.Phone).Opening, settings.SlotMinutes, settings.LeadMinutes, settings.AtOnce, booked, nowMs),
            settings.SlotMinutes, line.Countries, NumberText.International(line.Number));
    }

    /// <param name="from">The network address of who asks.</param>
    public Task<Refusal?> Ask(Conversation state, CallBack call, string? from) => Ask(state, call, from, () => call.At is null ? Task.FromResult<string?>(null) : mail.AddressOf(state));

    /// <summary>As a mail asked for it: a mail confirms it.</summary>
    public Task<Refusal?> AskByMail(Conversation state, CallBack call) => Ask(state, call, null, () => mail.AddressOf(state));

    private async Task<Refusal?> Ask(Conversation state, CallBack call, string? from, Func<Task<string?>> confirmTo)
    {
        if (state.Calling)
            return new Refusal(RefusalCode.Calling);
        var wish = new CallWish(call.Number, call.Country, call.At);
        if (lines.Working(state.SiteId) is { } line && state.Channel == ChannelKind.Phone && state.CallAt == call.At && state.CallTo == Read(line, wish).Value?.E164)
            return null;
        var granted = await Grant(state.SiteId, state.TopicId, state.Id, state.VisitorId, wish, from, state.CallAt);
        if (granted.Value is not { } want)
            return granted.Refusal;
        var asks = state.AgentId is { } agent && lines.PhoneOf(agent) is not null ? clock.NowMs() + routing.Topic(state.TopicId).OfferSeconds * 1000L : (long?)null;
        var outcome = await journal.Submit(state.Id, want with { OfferUntilMs = asks, MailTo = await confirmTo() });
        if (outcome.Refusal is not null && want.At is not null)
            await slots.Free(state.Id);
        return outcome.Refusal;
    }

    /// <summary>What a customer wishes, if it can be had. It counts from now on, and its time is booked: whoever does not submit the command gives that back.</summary>
    /// <param name="conversation">Which it is for; it may not have begun.</param>
    /// <param name="from">The network address of who asks.</param>
    /// <param name="own">The time that it has already.</param>
    public async Task<Reply<Command.WantCall>> Grant(long siteId, long? topic, long conversation, long visitor, CallWish wish, string? from, long? own = null)
    {
        if (lines.Working(siteId) is not { } line || await Times(siteId, topic) is not { } times)
            return new Refusal(RefusalCode.NoCalls);
        var read = Read(line, wish);
        if (read.Value is not { } number)
            return read.Refusal!;
        if (wish.At is null && !times.Soon)
            return new Refusal(RefusalCode.NoCalls);
        if (wish.At is { } wanted && wanted != own && !times.Starts.Contains(wanted))
            return new Refusal(RefusalCode.TimeTaken);
        if (!await Counted(line, siteId, number.E164, from))
            return new Refusal(RefusalCode.TooManyCalls);
        if (wish.At is { } at && !await slots.Book(siteId, at, line.Settings.AtOnce, conversation, clock.NowMs()))
            return new Refusal(RefusalCode.TimeTaken);
        return new Command.WantCall(
            Author.Visitor(visitor), number.E164, NumberText.International(number.E164), NumberText.International(line.Number), wish.At, OfferUntilMs: null);
    }

    public Task GiveBack(long conversation) => slots.Free(conversation);

    private static Reply<DialableNumber> Read(OpenLine line, CallWish wish)
    {
        if (string.IsNullOrWhiteSpace(wish.Number) || string.IsNullOrWhiteSpace(wish.Country))
            return new Refusal(RefusalCode.NumberInvalid);
        var answer = NumberRules.Read(wish.Number, wish.Country, line.Countries);
        return answer.Number is { } number ? number : new Refusal(CodeOf(answer.Refusal!.Value));
    }

    /// <summary>An agent calls again, at the number that was called last. It counts like what customers ask for.</summary>
    public async Task<Refusal?> Again(Conversation state, long agent, long? at)
    {
        var nowMs = clock.NowMs();
        if (at is { } wanted && (wanted <= nowMs || wanted > nowMs + SlotRules.Days * 24 * 3600_000L))
            return new Refusal(RefusalCode.Invalid);
        if (lines.Working(state.SiteId) is not { } line || await tried.Find(state.Id, state.CallAttempts) is not { } last
            || NumberRules.Read(last.Customer, line.Countries[0], line.Countries).Number is not { } number
            || (at is { } then ? !IsOpen(state, then) : lines.PhoneOf(agent) is null))
            return new Refusal(RefusalCode.NoCalls);
        if (state.Calling)
            return new Refusal(RefusalCode.Calling);
        if (state.AgentId != agent)
            return new Refusal(RefusalCode.NotAssigned);
        if (!await Counted(line, state.SiteId, number.E164, from: null))
            return new Refusal(RefusalCode.TooManyCalls);
        if (at is { } booked && !await slots.Book(state.SiteId, booked, line.Settings.AtOnce, state.Id, nowMs))
            return new Refusal(RefusalCode.TimeTaken);

        // The agent may still hear the end of the last call, and a phone that is busy would count as not picked up.
        if (at is null && last.Known.AgentSid is { } sid)
            await network.End(line.Account, sid, CancellationToken.None);
        var outcome = await journal.Submit(state.Id, new Command.CallAgain(
            Author.Agent(agent), number.E164, NumberText.International(number.E164), NumberText.International(line.Number), at, at is null ? null : await mail.AddressOf(state)));
        if (outcome.Refusal is not null && at is not null)
            await slots.Free(state.Id);
        return outcome.Refusal;
    }

    private bool IsOpen(Conversation state, long atMs) => sites.ById(state.SiteId)?.Hours.Of(state.TopicId, ChannelKind.Phone) is { Offered: true } hours && hours.Opening.IsOpen(atMs);

    public async Task<Refusal?> Cancel(Conversation state)
    {
        var outcome = await journal.Submit(state.Id, new Command.CancelCall(Author.Visitor(state.VisitorId)));
        if (outcome.Refusal is { } refusal)
            return refusal;
        if (state.CallAttempts > 0)
            await attempts.Happen(state.Id, state.CallAttempts, new AttemptEvent.Cancel());
        return null;
    }

    private async Task<bool> Counted(OpenLine line, long site, string number, string? from)
    {
        var day = CallDays.Of(sites.ById(site)?.Hours.Plan.TimeZone, clock.NowMs());
        var settings = line.Settings;
        // Who asks comes first: whoever has asked too much uses up nobody else's number, nor the site's day.
        return (from is null || await counts.Add(day, CallCount.Address, $"{site}/{from}", 1, settings.PerAddressADay))
            && await counts.Add(day, CallCount.Number, $"{site}/{number}", 1, settings.PerNumberADay)
            && await counts.Add(day, CallCount.Site, $"{site}", 1, settings.PerSiteADay);
    }

    private static RefusalCode CodeOf(NumberRefusal refusal) => refusal switch
    {
        NumberRefusal.NotANumber => RefusalCode.NumberInvalid,
        NumberRefusal.CountryNotAllowed => RefusalCode.NumberCountry,
        _ => RefusalCode.NumberKind,
    };
}
