namespace SupportHub.AgentsWeb.Settings;

/// <summary>What the server said to a setting: the value, what is wrong field by field, or that it could not be asked.</summary>
public sealed record Answer<T>(T? Value, IReadOnlyDictionary<string, string> Faults, Trouble Trouble)
    where T : class
{
    public static Answer<T> Of(T value) => new(value, NoFaults, Trouble.None);

    public static Answer<T> Failed(Trouble trouble) => new(null, NoFaults, trouble);

    private static readonly IReadOnlyDictionary<string, string> NoFaults = new Dictionary<string, string>();
}

public enum Trouble
{
    None,

    /// <summary>The server was not reached: nothing changed.</summary>
    Unreachable,
    NotAllowed,

    /// <summary>What was to be changed is not there any more.</summary>
    Gone,

    /// <summary>Some fields need another look, see the faults.</summary>
    Faults,
}
