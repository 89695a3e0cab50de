namespace SupportHub.Callbacks.Attempts;

/// <summary>What is to be done after a change, once it is committed.</summary>
public abstract record AttemptStep
{
    private AttemptStep()
    {
    }

    /// <summary>Dial the agent. Asked for once in the life of an attempt, at most.</summary>
    public sealed record Place : AttemptStep;

    /// <summary>
    /// Ask the network: for the call by its sid, or where none is known for the one that was ordered (<see cref="SearchRules"/>); and for the leg that it
    /// dialled. The answer is <see cref="AttemptEvent.Found"/>, <see cref="AttemptEvent.NotFound"/> or <see cref="AttemptEvent.OutOfReach"/>.
    /// </summary>
    public sealed record Reconcile : AttemptStep;

    /// <summary>Hang up. Doing it twice is harmless.</summary>
    public sealed record EndCall(string Sid) : AttemptStep;

    /// <summary>A machine answered: let it hear a neutral word, and the agent go.</summary>
    public sealed record LeaveWord(string Sid) : AttemptStep;

    public sealed record Wake(AttemptTimer Timer, TimeSpan After) : AttemptStep;

    /// <summary>It is over, and how. Said again only where a machine turns out to have answered, or a report comes so late that the outcome was told wrong.</summary>
    public sealed record Close(AttemptOutcome Outcome) : AttemptStep;
}
