namespace SupportHub.Routing;

/// <summary>From seconds to the whole minutes that people use themselves.</summary>
public static class Ladder
{
    private static readonly int[] Rungs = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 90, 120];

    /// <summary>The first rung at or above; past the end, whole hours.</summary>
    public static int Up(double seconds) =>
        Array.Find(Rungs, rung => rung * 60 >= seconds) is var rung and > 0 ? rung : (int)Math.Ceiling(Math.Min(seconds, 1e8) / 3600) * 60;

    /// <summary>The last rung at or below; at least 1.</summary>
    public static int Down(double seconds) => Math.Max(1, Array.FindLast(Rungs, rung => rung * 60 <= seconds));

    /// <summary>The rung above.</summary>
    public static int Above(int minutes) => Up(minutes * 60 + 1);
}
