namespace SupportHub.Routing;

/// <summary>
/// Which quantile to announce so that nine of ten are answered by then: moved a little after each announcement whose outcome is known
/// (adaptive conformal inference, Gibbs and Candès 2021). One per queue; a value to be stored.
/// </summary>
public readonly record struct Calibration(double Level)
{
    private const double Wanted = 0.9;
    private const double Step = 0.01;
    private const double Lowest = 0.82;
    private const double Highest = 0.99;

    public static Calibration Start { get; } = new(Wanted);

    /// <param name="covered">Answered no later than announced. Who gave up before that moment tells nothing.</param>
    public Calibration Resolved(bool covered) => new(Math.Clamp(Level + Step * (Wanted - (covered ? 1 : 0)), Lowest, Highest));
}
