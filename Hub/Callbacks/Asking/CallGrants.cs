using SupportHub.Agents;
using SupportHub.Callbacks.Calling;
using SupportHub.Callbacks.Lines;
using SupportHub.Callbacks.Numbers;
using SupportHub.Conversations;
using SupportHub.Routing.Settings;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Callbacks.Asking;

/// <summary>Which calls can be had: what is offered to customers, and whether what one of them wishes is granted, counted and booked.</summary>
public sealed class CallGrants(
    LineDirectory lines, CallSlots slots, CallCounts counts, CallBudget budget, CallRests rests, SiteDirectory sites, AgentDirectory agents, RoutingDirectory routing, TimeProvider clock)
{
    /// <summary>Null where a topic's customers are never called.</summary>
    public async Task<CallTimes?> Times(long siteId, long? topic)
    {
        var nowMs = clock.NowMs();
        if (sites.ById(siteId) is not { } site || lines.Working(siteId) is not { } line || site.Hours.Calling(topic, nowMs) is not { } hours)
            return null;
        if (AtOnce(line, topic) is not (> 0 and var atOnce))
            return null;
        var booked = await slots.Booked(siteId, nowMs - line.SlotMs, nowMs + SlotRules.AheadMs);
        var settings = line.Settings;
        var free = SlotRules.Free(site.Hours.Of(topic, ChannelKind.Phone).Opening, settings.SlotMinutes, settings.LeadMinutes, atOnce, booked, nowMs);
        // Nobody is promised today what the day's money does not pay for; what is booked for another day has that day's.
        var paid = await budget.Allows(line, nowMs);
        return new CallTimes(
            hours.OpenNow && paid,
            paid ? free : [.. free.Where(at => !budget.IsSameDay(line, at, nowMs))],
            settings.SlotMinutes, line.Countries, NumberText.International(line.Number));
    }

    /// <summary>It counts from now on, and its time is booked: whoever does not submit the command gives that back. Who is refused again and again rests.</summary>
    /// <param name="conversation">Which it is for; it may not have begun.</param>
    /// <param name="from">The network address of who asks.</param>
    /// <param name="own">The time that the conversation has already.</param>
    public async Task<Reply<Command.WantCall>> Grant(long site, long? topic, long conversation, long visitor, CallWish wish, string? from, long? own = null)
    {
        if (lines.Working(site) is not { } line)
            return new Refusal(RefusalCode.NoCalls);
        var (who, nowMs) = (RestRules.Counted(site, visitor, from), clock.NowMs());
        if (await rests.Rest(who, nowMs))
            return new Refusal(RefusalCode.CallsRest);
        var granted = await Judge(line, topic, conversation, visitor, wish, from, own);
        if (granted.Refusal?.Code is RefusalCode.NumberInvalid or RefusalCode.NumberCountry or RefusalCode.NumberKind or RefusalCode.TooManyCalls)
            await rests.Add(who, nowMs);
        return granted;
    }

    /// <summary>Whether today's money pays for a call now, or at a time of today; another day has its own.</summary>
    public async Task<bool> Pays(OpenLine line, long? at)
    {
        var nowMs = clock.NowMs();
        return (at is { } then && !budget.IsSameDay(line, then, nowMs)) || await budget.Allows(line, nowMs);
    }

    /// <param name="visitor">Absent: an agent wants it.</param>
    public Task<bool> Count(OpenLine line, long? visitor, string number, string? from)
    {
        var (site, settings) = (line.SiteId, line.Settings);
        List<CallCap> caps = [];
        if (visitor is not null)
            caps.Add(new CallCap(CallCount.Visitor, $"{visitor}", settings.PerVisitorADay));
        caps.Add(new CallCap(CallCount.Number, $"{site}/{number}", settings.PerNumberADay));
        if (from is not null)
            caps.Add(new CallCap(CallCount.Address, $"{site}/{from}", settings.PerAddressADay));
        caps.Add(new CallCap(CallCount.Site, $"{site}", settings.PerSiteADay));
        return counts.AddOneOfEach(CallDays.Of(sites.ById(site)?.Hours.Plan.TimeZone, clock.NowMs()), caps);
    }

    public static Reply<DialableNumber> Read(OpenLine line, CallWish wish)
    {
        if (string.IsNullOrWhiteSpace(wish.Number))
            return new Refusal(RefusalCode.NumberInvalid);
        // Who was quicker than the list of countries means the first of it.
        var answer = NumberRules.Read(wish.Number, string.IsNullOrWhiteSpace(wish.Country) ? line.Countries[0] : wish.Country, line.Countries);
        return answer.Number is { } number ? number : new Refusal(CodeOf(answer.Refusal!.Value));
    }

    private async Task<Reply<Command.WantCall>> Judge(OpenLine line, long? topic, long conversation, long visitor, CallWish wish, string? from, long? own)
    {
        var read = Read(line, wish);
        if (read.Value is not { } number)
            return read.Refusal!;
        if (await Times(line.SiteId, topic) is not { } times || (wish.At is null && !times.Soon))
            return new Refusal(RefusalCode.NoCalls);
        if (wish.At is { } wanted && wanted != own && !times.Starts.Contains(wanted))
            return new Refusal(RefusalCode.TimeTaken);
        if (!await Count(line, visitor, number.E164, from))
            return new Refusal(RefusalCode.TooManyCalls);
        if (wish.At is { } at && !await slots.Book(new CallSlot(line.SiteId, conversation, at, at + line.SlotMs), AtOnce(line, topic), clock.NowMs()))
            return new Refusal(RefusalCode.TimeTaken);
        return new Command.WantCall(
            Author.Visitor(visitor), number.E164, NumberText.International(number.E164), NumberText.International(line.Number), wish.At, OfferUntilMs: null);
    }

    /// <summary>As many as the site wants, and no more than there are agents who can call about it.</summary>
    public int AtOnce(OpenLine line, long? topic) =>
        Math.Min(line.Settings.AtOnce, lines.Phones.Keys.Count(id => agents.Find(id) is { DisabledAt: null } && routing.Skills(id).Level(topic) is not null));

    private static RefusalCode CodeOf(NumberRefusal refusal) => refusal switch
    {
        NumberRefusal.NotANumber => RefusalCode.NumberInvalid,
        NumberRefusal.CountryNotAllowed => RefusalCode.NumberCountry,
        _ => RefusalCode.NumberKind,
    };
}
