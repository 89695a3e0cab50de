namespace SupportHub.Routing;

/// <summary>What was learnt about conversations and customers.</summary>
public sealed record WaitModel(HandleTimeModel Times, Patience Patience)
{
    /// <summary>What is assumed on the first day.</summary>
    public static WaitModel FirstDay { get; } = new(HandleTimeModel.Learn([]), Patience.Learn([]));
}
