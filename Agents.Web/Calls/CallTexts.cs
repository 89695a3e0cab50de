using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Calls;

/// <summary>Every sentence of the console about phone calls. A language that lacks one does not compile.</summary>
public abstract class CallTexts
{
    private static readonly CallEnglish English = new();
    private static readonly CallFrench French = new();

    public static CallTexts In(string language) => language.Split('-')[0] == "fr" ? French : English;

    public abstract string ByPhone { get; }
    public abstract string WantsCall { get; }
    public abstract string AcceptCall { get; }

    // On the timeline; agent: null is the reader
    public abstract string Wanted(string number, string? when);
    public abstract string Cancelled { get; }
    public abstract string Reached(string? agent, string lasted);
    public abstract string NotReached(string? agent, CallOutcome outcome, string? when);
    public abstract string Phase(CallPhase phase);
    public abstract string CameToNothing(string? agent, CallOutcome outcome);
}
