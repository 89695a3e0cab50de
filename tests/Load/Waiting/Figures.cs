namespace SupportHub.Load.Waiting;

/// <summary>What came out of one scenario. Errors in minutes.</summary>
internal sealed record Figures
{
    public required int Waits { get; init; }
    public required double Error { get; init; }

    /// <summary>Answered later than the middle of what we said.</summary>
    public required double Late { get; init; }
    public required IReadOnlyList<(string Name, double Error, double Late)> Others { get; init; }

    /// <summary>Answered no later than the bound.</summary>
    public required double Covered { get; init; }
    public required double Shown { get; init; }

    /// <summary>Answered neither sooner nor later than the first text.</summary>
    public required double WithinShown { get; init; }
    public required double Texts { get; init; }
    public required double MovedLater { get; init; }
    public required double Named { get; init; }
    public required double MeanWait { get; init; }
    public required double MeanToStrict { get; init; }
    public required double P95ToStrict { get; init; }
    public (string Name, double Error, double Late) Best => Others.MinBy(o => o.Error);
    public double Gain => 1 - Error / Best.Error;

    public static Figures Of(Scenario scenario, IReadOnlyList<Customer> ours, IReadOnlyList<Customer> strict)
    {
        bool Counts(Customer c) => c.VirtualWait is not null && c.At / 3600 % scenario.ForgetsAfterHours >= scenario.CountFromHour;
        bool CountsFrom(Customer c) => double.IsFinite(scenario.ForgetsAfterHours) ? Counts(c) : c.VirtualWait is not null && c.At / 3600 >= scenario.CountFromHour;
        var waits = ours.Where(c => CountsFrom(c) && c.Said is not null).ToList();
        var shown = waits.Where(c => c.FirstShown is not null).ToList();
        var named = waits.Where(c => c is { FirstNamed: not null, Standing: Standing.Answered }).ToList();
        var (all, allStrict) = (Sorted(ours.Where(CountsFrom)), Sorted(strict.Where(CountsFrom)));
        return new Figures
        {
            Waits = waits.Count,
            Error = waits.Average(c => Math.Abs(c.Said!.Median - c.VirtualWait!.Value)) / 60,
            Late = Share(waits, c => c.VirtualWait > c.Said!.Median),
            Others =
            [
                .. Estimators.Names.Select((name, e) => (
                    name,
                    waits.Average(c => Math.Abs(c.Said!.Others[e] - c.VirtualWait!.Value)) / 60,
                    Share(waits, c => c.VirtualWait > c.Said!.Others[e]))),
            ],
            Covered = Share(waits, c => c.VirtualWait <= c.Said!.Late),
            Shown = Share(shown, c => (c.At + c.VirtualWait) * 1000 <= c.FirstShown!.DueAt),
            WithinShown = Share(shown, c => (c.At + c.VirtualWait) * 1000 <= c.FirstShown!.DueAt
                && (c.FirstShown.FromMinutes == 1 || c.VirtualWait >= c.FirstShown.FromMinutes * 60)),
            Texts = shown.Average(c => c.Texts),
            MovedLater = Share(shown, c => c.MovedLater),
            Named = Share(named, c => c.AnsweredBy == c.FirstNamed),
            MeanWait = all.Average() / 60,
            MeanToStrict = all.Average() / allStrict.Average(),
            P95ToStrict = all[(int)(all.Count * 0.95)] / allStrict[(int)(allStrict.Count * 0.95)],
        };
    }

    private static List<double> Sorted(IEnumerable<Customer> customers) => [.. customers.Select(c => c.VirtualWait!.Value).Order()];

    private static double Share(List<Customer> of, Func<Customer, bool> which) => of.Count == 0 ? double.NaN : (double)of.Count(which) / of.Count;
}
