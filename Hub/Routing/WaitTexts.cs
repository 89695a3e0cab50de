namespace SupportHub.Routing;

/// <summary>From seconds to the whole minutes that a person is told.</summary>
public static class WaitTexts
{
    private static readonly int[] Ladder = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 90, 120];

    /// <summary>Lower end down, upper end up, on a ladder that people use themselves.</summary>
    public static (int From, int To) Range(double earlySeconds, double lateSeconds)
    {
        var to = Array.Find(Ladder, m => m >= lateSeconds / 60);
        if (to == 0)
            to = (int)Math.Ceiling(lateSeconds / 3600) * 60;
        var from = Array.FindLast(Ladder, m => m <= earlySeconds / 60);
        return (Math.Clamp(from, 1, to), to);
    }
}
