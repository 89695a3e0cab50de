using SupportHub.Shared;
using SupportHub.Sites.Hours;

namespace SupportHub.Email.Sending;

/// <summary>What a mail about calls is made of, besides the entry that it tells of.</summary>
/// <param name="Zone">IANA name: in which times are written.</param>
/// <param name="Agent">First name of who is expected to call.</param>
/// <param name="Page">Where the customer changes it; absent: nowhere, by now.</param>
public sealed record CallContext(string Company, string Language, string Zone, string? Agent, string? Page, long NowMs);

/// <summary>The mails about calls. They go out by themselves, to addresses that nobody has proved: of a number they say its last two digits. Pure.</summary>
public static class CallTexts
{
    public static string Agreed(Entry wanted, CallContext about)
    {
        var call = wanted.Detail?.Call ?? throw new InvalidOperationException("A call of which nothing is known.");
        var ends = call.Number is { Length: > 1 } number ? number[^2..] : "";
        return Mail(
            about,
            call.At is { } at ? CallWords.AgreedAt(When(at, about), about.Zone, ends, about.Language) : CallWords.AgreedSoon(ends, about.Language),
            CallWords.Who(about.Agent, call.From, about.Language),
            about.Page is { } page ? CallWords.Change(page, about.Language) : CallWords.JustWrite(about.Language),
            MailWords.NotYou(about.Language));
    }

    /// <summary>The customer was not reached: when it is tried again, or how another time is chosen.</summary>
    public static string NotReached(Entry called, CallContext about)
    {
        var call = called.Detail?.Call;
        var tried = call?.Outcome == CallOutcome.Failed
            ? CallWords.NotConnected(about.Company, about.Language)
            : CallWords.NotReached(called.Detail?.Agent?.FirstName, about.Company, When(called.At, about), about.Language);
        return call?.At is { } again
            ? Mail(about, tried, CallWords.Again(When(again, about), about.Language), about.Page is { } change ? CallWords.Change(change, about.Language) : CallWords.JustWrite(about.Language))
            : Mail(about, tried, about.Page is { } page ? CallWords.AnotherTime(page, about.Language) : CallWords.JustWrite(about.Language));
    }

    private static string When(long at, CallContext about) => OpeningWords.When(at, about.NowMs, about.Zone, about.Language);

    private static string Mail(CallContext about, params string[] paragraphs) =>
        string.Join("\n\n", [MailWords.Greeting(null, about.Language), .. paragraphs, $"-- \n{about.Company}\n"]);
}
