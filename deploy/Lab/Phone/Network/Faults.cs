namespace SupportHub.Lab.Phone.Network;

/// <summary>What goes wrong from now on, until it is set back.</summary>
public sealed class Faults
{
    public OrderFault Orders { get; set; }

    public ReportFault Reports { get; set; }
}

/// <summary>How calls that are ordered are answered.</summary>
public enum OrderFault
{
    None,

    /// <summary>429, and nothing is dialled.</summary>
    TooFast,

    /// <summary>500, and nothing is dialled.</summary>
    Error,

    /// <summary>500, although it rings.</summary>
    ErrorAfterDialling,

    /// <summary>No answer, although it rings.</summary>
    SilenceAfterDialling,

    /// <summary>The line is cut, although it rings.</summary>
    CutAfterDialling,
}

/// <summary>How reports on calls are posted. What is asked for on a call (TwiML) is not held up by it.</summary>
public enum ReportFault
{
    None,
    Twice,

    /// <summary>Held until the call is over, and then from the last to the first.</summary>
    Backwards,
    Late,
    Lost,
}
