namespace SupportHub.Callbacks.Twilio;

/// <summary>What came of placing a call: one of three, and the third must be reconciled before anything else happens.</summary>
public abstract record Placement
{
    private Placement()
    {
    }

    public sealed record Placed(string Sid) : Placement;

    /// <summary>Certainly nothing was dialled.</summary>
    public sealed record Refused(LineRefusal Why) : Placement;

    /// <summary>It may have been dialled: no answer came, or none that says it.</summary>
    public sealed record Unclear(string Why) : Placement;
}

/// <param name="Code">Twilio's number for it, where it gave one.</param>
/// <param name="Said">Twilio's own words, for an administrator; it may hold a number, so it goes into no log.</param>
/// <param name="RetryAfter">How long Twilio wants to be left alone.</param>
public sealed record LineRefusal(LineTrouble Trouble, int? Code = null, string? Said = null, TimeSpan? RetryAfter = null)
{
    public override string ToString() => Code is { } code ? $"{Trouble} ({code})" : $"{Trouble}";
}

/// <summary>Exactly one of the two.</summary>
public sealed record LineAnswer<T>(T? Value, LineRefusal? Refusal)
    where T : class;
