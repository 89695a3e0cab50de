namespace SupportHub.Lab.Phone.Network;

/// <summary>A phone.</summary>
/// <param name="Number">E.164.</param>
public sealed class Handset(string number, string? name)
{
    public string Number { get; } = number;

    public string? Name { get; } = name;

    public Habit Habit { get; set; }
}

/// <summary>What a phone does when it is called.</summary>
public enum Habit
{
    /// <summary>It rings, and somebody on the page decides.</summary>
    ByHand,
    PicksUp,
    Busy,
    Voicemail,

    /// <summary>The number does not exist.</summary>
    Fails,
}
