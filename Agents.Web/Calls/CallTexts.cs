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
    public abstract string UnderWay { get; }
    /// <param name="agent">Whose time it is: you, or a first name; null: whoever is free calls.</param>
    public abstract string CalledAt(string when, string? agent);

    /// <summary>The time is beside it.</summary>
    public abstract string BookedFor(string? agent);
    public abstract string BookedCount(int count);
    public abstract string MoreWait(string count);

    // While a call is under way, and after it
    public abstract string Going(CallPhase? phase, string agent, string customer);
    public abstract string MyGoing(CallPhase? phase, string customer);
    public abstract string Outcome(CallOutcome outcome);
    public abstract string Corrected(string? agent, string outcome);
    public abstract string AfterTitle { get; }
    public abstract string AfterOutcome { get; }
    public abstract string AgainNow { get; }
    public abstract string AgainLater { get; }
    public abstract string AgainAt { get; }
    public abstract string AgainMine { get; }
    public abstract string AgainMineMeans { get; }
    public abstract string AgainBook { get; }
    public abstract string AgainBooked { get; }
    public abstract string AgainWrong { get; }
    public abstract string Write { get; }
    public abstract string RefusedNoCalls { get; }
    public abstract string RefusedTime { get; }
    public abstract string RefusedTooMany { get; }
    public abstract string RefusedCalling { get; }

    // On the timeline; agent: null is the reader
    public abstract string Wanted(string number, string? when, string? by);
    public abstract string ByYou { get; }
    public abstract string Cancelled { get; }
    public abstract string Reached(string? agent, string lasted);
    public abstract string NotReached(string? agent, CallOutcome outcome, string? when);
    public abstract string Phase(CallPhase phase);
    public abstract string CameToNothing(string? agent, CallOutcome outcome);
}
