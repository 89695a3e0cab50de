using SupportHub.Callbacks.Twilio;
using SupportHub.Shared;

namespace SupportHub.Callbacks.Lines.Trial;

/// <summary>How a test call stands, from what is known of it. Pure.</summary>
public static class TrialRules
{
    /// <summary>After its beginning nothing new is to be expected of a call that rings for <see cref="RingSeconds"/> and lasts for <see cref="LimitSeconds"/>.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public const int RingSeconds = 30;
    public const int LimitSeconds = 60;

    /// <summary>Reports come within a second or two of what they tell.</summary>
    private static readonly TimeSpan ReportsLag = TimeSpan.FromSeconds(6);

    public static TrialAnswer Read(LineTrial trial, long nowMs) => trial switch
    {
        { Trouble: not null } => TrialAnswer.Not(TrialEnd.Refused),
        { Status: LegStatus.Busy } => Unanswered(trial, nowMs, TrialEnd.Busy),
        { Status: LegStatus.NoAnswer or LegStatus.Canceled } => Unanswered(trial, nowMs, TrialEnd.NoAnswer),
        { Status: LegStatus.Failed } => TrialAnswer.Not(TrialEnd.NotConnected),
        { Status: LegStatus.Completed, AskedAt: not null, HeardAt: not null } => new(PhoneTestStep.Works, null),
        { Status: LegStatus.Completed } when MayStillCome(trial, nowMs) => new(PhoneTestStep.Answered, null),
        { Status: LegStatus.Completed, DoubtedAt: not null } => TrialAnswer.Not(TrialEnd.SignatureWrong),
        { Status: LegStatus.Completed, AskedAt: null } => TrialAnswer.Not(trial.HeardAt is null ? TrialEnd.NeverAsked : TrialEnd.HungUp),
        { Status: LegStatus.Completed } => TrialAnswer.Not(TrialEnd.NeverReported),
        _ when nowMs - trial.BeganAt >= Longest.TotalMilliseconds => TrialAnswer.Not(TrialEnd.Lost),
        { Status: LegStatus.Answered } => new(PhoneTestStep.Answered, null),
        { Status: LegStatus.Ringing } => new(PhoneTestStep.Ringing, null),
        _ => new(PhoneTestStep.Dialling, null),
    };

    /// <summary>Nobody picked up. That the network never reported here is worse, and is said instead.</summary>
    private static TrialAnswer Unanswered(LineTrial trial, long nowMs, TrialEnd end) => trial switch
    {
        { HeardAt: not null } => TrialAnswer.Not(end),
        _ when MayStillCome(trial, nowMs) => new(PhoneTestStep.Ringing, null),
        { DoubtedAt: not null } => TrialAnswer.Not(TrialEnd.SignatureWrong),
        _ => TrialAnswer.Not(TrialEnd.NeverReported),
    };

    private static bool MayStillCome(LineTrial trial, long nowMs) => nowMs - (trial.EndedAt ?? nowMs) < ReportsLag.TotalMilliseconds;
}

/// <param name="End">Set where it failed.</param>
public sealed record TrialAnswer(PhoneTestStep Step, TrialEnd? End)
{
    public bool IsOver => Step is PhoneTestStep.Works or PhoneTestStep.Failed;

    public static TrialAnswer Not(TrialEnd end) => new(PhoneTestStep.Failed, end);
}

/// <summary>Why a test call did not show that everything works.</summary>
public enum TrialEnd
{
    /// <summary>The network refused to dial, see <see cref="LineTrial.Trouble"/>.</summary>
    Refused,
    Busy,
    NoAnswer,

    /// <summary>The number could not be connected.</summary>
    NotConnected,

    /// <summary>Answered, and the network never asked this server what to say.</summary>
    NeverAsked,

    /// <summary>Answered, and over before the network asked what to say.</summary>
    HungUp,

    /// <summary>No report of the network ever arrived.</summary>
    NeverReported,

    /// <summary>The network came, and signed with another token than the one that was given.</summary>
    SignatureWrong,

    /// <summary>Nothing says what became of it.</summary>
    Lost,
}
