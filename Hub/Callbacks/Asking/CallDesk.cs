using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Calling;
using SupportHub.Callbacks.Lines;
using SupportHub.Callbacks.Numbers;
using SupportHub.Conversations;
using SupportHub.Routing.Settings;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Callbacks.Asking;

/// <summary>What customers ask of calls: which times there are, to be called, and not to be called any more.</summary>
public sealed class CallDesk(
    LineDirectory lines, CallSlots slots, CallCounts counts, CallRests rests, AttemptDesk attempts, SiteDirectory sites, RoutingDirectory routing, Journal journal, TimeProvider clock)
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
    public async Task<Refusal?> Ask(Conversation state, CallBack call, string? from)
    {
        if (lines.Working(state.SiteId) is not { } line)
            return new Refusal(RefusalCode.NoCalls);
        var counted = RestRules.Counted(state.SiteId, state.VisitorId, from);
        var nowMs = clock.NowMs();
        if (await rests.Until(counted, nowMs) is { } until)
            return new Refusal(RefusalCode.TooFast, (int)(until - nowMs));
        var refusal = await Ask(line, state, call, from);
        if (refusal?.Code is RefusalCode.NumberInvalid or RefusalCode.NumberCountry or RefusalCode.NumberKind or RefusalCode.TooManyCalls)
            await rests.Add(counted, nowMs);
        return refusal;
    }

    private async Task<Refusal?> Ask(OpenLine line, Conversation state, CallBack call, string? from)
    {
        if (string.IsNullOrWhiteSpace(call.Number) || string.IsNullOrWhiteSpace(call.Country))
            return new Refusal(RefusalCode.NumberInvalid);
        var answer = NumberRules.Read(call.Number, call.Country, line.Countries);
        if (answer.Number is not { } number)
            return new Refusal(CodeOf(answer.Refusal!.Value));
        if (state.Calling)
            return new Refusal(RefusalCode.Calling);
        if (state.Channel == ChannelKind.Phone && state.CallTo == number.E164 && state.CallAt == call.At)
            return null;
        if (await Times(state.SiteId, state.TopicId) is not { } times || (call.At is null && !times.Soon))
            return new Refusal(RefusalCode.NoCalls);
        if (call.At is { } wanted && !times.Starts.Contains(wanted))
            return new Refusal(RefusalCode.TimeTaken);
        if (!await Counted(line, state, number.E164, from))
            return new Refusal(RefusalCode.TooManyCalls);
        if (call.At is { } at && !await slots.Book(state.SiteId, at, line.Settings.AtOnce, state.Id, clock.NowMs()))
            return new Refusal(RefusalCode.TimeTaken);

        var outcome = await journal.Submit(state.Id, new Command.WantCall(
            Author.Visitor(state.VisitorId), number.E164, NumberText.International(number.E164), NumberText.International(line.Number), call.At,
            state.AgentId is { } agent && lines.PhoneOf(agent) is not null ? clock.NowMs() + routing.Topic(state.TopicId).OfferSeconds * 1000L : null));
        if (outcome.Refusal is not null || call.At is null)
            await slots.Free(state.Id);
        return outcome.Refusal;
    }

    public async Task<Refusal?> Cancel(Conversation state)
    {
        var outcome = await journal.Submit(state.Id, new Command.CancelCall(Author.Visitor(state.VisitorId)));
        if (outcome.Refusal is { } refusal)
            return refusal;
        await slots.Free(state.Id);
        if (state.CallAttempts > 0)
            await attempts.Happen(state.Id, state.CallAttempts, new AttemptEvent.Cancel());
        return null;
    }

    private Task<bool> Counted(OpenLine line, Conversation state, string number, string? from)
    {
        var day = CallDays.Of(sites.ById(state.SiteId)?.Hours.Plan.TimeZone, clock.NowMs());
        var (site, settings) = (state.SiteId, line.Settings);
        return counts.AddOneOfEach(day, [
            new CallCap(CallCount.Visitor, $"{state.VisitorId}", settings.PerVisitorADay),
            new CallCap(CallCount.Number, $"{site}/{number}", settings.PerNumberADay),
            .. from is null ? Array.Empty<CallCap>() : [new CallCap(CallCount.Address, $"{site}/{from}", settings.PerAddressADay)],
            new CallCap(CallCount.Site, $"{site}", settings.PerSiteADay),
        ]);
    }

    private static RefusalCode CodeOf(NumberRefusal refusal) => refusal switch
    {
        NumberRefusal.NotANumber => RefusalCode.NumberInvalid,
        NumberRefusal.CountryNotAllowed => RefusalCode.NumberCountry,
        _ => RefusalCode.NumberKind,
    };
}
