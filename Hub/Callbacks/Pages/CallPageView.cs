using System.Globalization;
using NodaTime;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Sites.Hours;

namespace SupportHub.Callbacks.Pages;

/// <summary>What the page shows of a conversation: of the customer's number its last two digits, of the matter nothing.</summary>
/// <param name="From">The company's number.</param>
/// <param name="Agent">First name of who is expected to call.</param>
/// <param name="Zone">In which times are written: the customer's, where it is known.</param>
/// <param name="Times">Absent: customers are not called about this now.</param>
public sealed record CallPageView(CallPageWords Words, string Company, string? From, string? Agent, Conversation State, string Zone, CallTimes? Times, long NowMs)
{
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Words.Language == "fr" ? "fr-FR" : "en-GB");

    /// <summary>A call is agreed.</summary>
    public bool IsWanted => State is { Channel: ChannelKind.Phone, CallTo: not null, Status: not ConversationStatus.Resolved };

    public string? Ends => IsWanted ? State.CallTo![^2..] : null;

    public string Planned =>
        State.Calling ? Words.Now
        : State.CallAt is { } at ? Say(Words.Planned, OpeningWords.When(at, NowMs, Zone, Words.Language), Ends!)
        : Say(Words.Next, Ends!);

    public string Who => Agent is null ? Say(Words.Nobody, From!) : Say(Words.Who, Agent, From!);

    public string Title => IsWanted ? Say(Words.Title, Company) : Words.NotWanted;

    /// <summary>What is free, and what this customer has. The hour has its day beside it: a list that is closed shows nothing else.</summary>
    public IEnumerable<IGrouping<string, (long At, string Text)>> Days => Times!.Starts.Concat(IsWanted && State.CallAt is { } own ? [own] : []).Distinct().Order()
        .Select(at => (At: at, Local: Instant.FromUnixTimeMilliseconds(at).InZone(DateTimeZoneProviders.Tzdb[Zone]).ToDateTimeUnspecified()))
        .GroupBy(t => t.Local.ToString("dddd d MMMM", Culture), t => (t.At, $"{t.Local.ToString("ddd", Culture)} {t.Local.ToString("t", Culture)}"));

    /// <summary>In the page's language, whatever the server's is.</summary>
    public string NameOf(string country)
    {
        CultureInfo.CurrentUICulture = Culture;
        return new RegionInfo(country).DisplayName;
    }

    public string Say(string words, params object[] values) => string.Format(Culture, words, values);
}
