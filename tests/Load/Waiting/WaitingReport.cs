using System.Diagnostics;

namespace SupportHub.Load.Waiting;

/// <summary>What is announced beside what then happens, and beside what the known estimators would have said.</summary>
internal static class WaitingReport
{
    public static int Run(WaitingOptions options)
    {
        if (options.Cost)
            return Cost.Run();
        var missed = 0;
        Console.WriteLine("scenario                            waits | error  best other              gain | late  other | bound shown within texts later | named | mean  ×strict  p95 ×strict");
        foreach (var scenario in Scenarios.All.Where(s => s.Name.Contains(options.Only, StringComparison.OrdinalIgnoreCase)))
        {
            var clock = Stopwatch.StartNew();
            var (ours, strict) = (new Simulation(scenario, options, strict: false), new Simulation(scenario, options, strict: true));
            ours.Run();
            strict.Run();
            var figures = Figures.Of(scenario, ours.Customers, strict.Customers);
            var misses = Misses(scenario, figures).ToList();
            missed += misses.Count;
            Print(scenario, figures, misses, clock.Elapsed);
        }
        Console.WriteLine(missed == 0 ? "every target met" : $"{missed} targets missed");
        return missed == 0 ? 0 : 1;
    }

    private static void Print(Scenario scenario, Figures f, IReadOnlyList<string> misses, TimeSpan took)
    {
        Console.WriteLine(
            $"{scenario.Name,-34} {f.Waits,6} | {f.Error,5:0.00}  {f.Best.Error,5:0.00} {f.Best.Name,-28} {f.Gain,6:+0.0%;-0.0%} | {f.Late,4:0%}  {f.Best.Late,4:0%} | {f.Covered,5:0.0%} {f.Shown,5:0.0%} {f.WithinShown,4:0%} {f.Texts,4:0.0} {f.MovedLater,4:0%} | {f.Named,4:0%} | {f.MeanWait,5:0.0} {f.MeanToStrict,6:0.000} {f.P95ToStrict,6:0.000}  {took.TotalSeconds:0} s");
        Console.WriteLine($"    {string.Join("; ", f.Others.Select(o => $"{o.Name} {o.Error:0.00}"))}");
        foreach (var miss in misses)
            Console.WriteLine($"    MISSED: {miss}");
    }

    private static IEnumerable<string> Misses(Scenario scenario, Figures f)
    {
        if (f.Gain < scenario.Targets.Gain)
            yield return $"the error should be {scenario.Targets.Gain:+0%;-0%} of the best other's or better, and is {f.Gain:+0.0%;-0.0%}";
        if (f.Covered is < 0.85 or > 0.95)
            yield return $"the bound should cover 85 to 95 %, and covers {f.Covered:0.0%}";
        if (f.Shown < 0.85)
            yield return $"the text shown should cover 85 %, and covers {f.Shown:0.0%}";
        if (f.Named < scenario.Targets.Named)
            yield return $"the agent first named should answer {scenario.Targets.Named:0%}, and answers {f.Named:0.0%}";
        if (scenario.Targets.Named is not null && f.P95ToStrict > 1.10)
            yield return $"the 95th percentile should be at most 1.10 of strict order's, and is {f.P95ToStrict:0.000}";
        if (scenario.Targets.Named is not null && f.MeanToStrict is < 0.97 or > 1.03)
            yield return $"the mean wait should be strict order's, and is {f.MeanToStrict:0.000} of it";
    }
}
