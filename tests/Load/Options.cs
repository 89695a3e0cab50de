namespace SupportHub.Load;

/// <param name="Rounds">Each figure is the median of so many.</param>
/// <param name="Warm">Seconds before the measurement: a fresh process is slow.</param>
/// <param name="Seconds">Seconds of the measurement.</param>
/// <param name="Outstanding">Messages that each connection has on the way at once.</param>
/// <param name="Conversations">Two connections each.</param>
internal sealed record Options(int Rounds = 3, int Warm = 20, int Seconds = 10, int Outstanding = 1, int Conversations = 100, int Idle = 10_000, int PerSecond = 1000, int Burst = 2000)
{
    /// <param name="usual">What is not named in <paramref name="args"/>.</param>
    public static Options Parse(string[] args, Options? usual = null)
    {
        var options = usual ?? new Options();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var value = int.Parse(args[i + 1], System.Globalization.CultureInfo.InvariantCulture);
            options = args[i] switch
            {
                "--rounds" => options with { Rounds = value },
                "--warm" => options with { Warm = value },
                "--seconds" => options with { Seconds = value },
                "--outstanding" => options with { Outstanding = value },
                "--conversations" => options with { Conversations = value },
                "--idle" => options with { Idle = value },
                "--per-second" => options with { PerSecond = value },
                "--burst" => options with { Burst = value },
                _ => throw new ArgumentException($"There is no option {args[i]}."),
            };
        }
        return options;
    }

    public static int Usage()
    {
        Console.Error.WriteLine(
            """
            dotnet run -c Release --project tests/Load -- <what> [options]
              relay     messages a second that SignalR relays without storage: the raw limit
              durable   the same through the product, on PostgreSQL and SQLite, as a ratio to relay in the same round
              rate      latency of delivery at a fixed rate, beside relay's and beside a bare commit's
              burst     customers who ask within --seconds, and when each has a card
              idle      memory per idle connection, beside a bare SignalR hub's
              mails     mails a minute, in and out
              calls     thousands who wait to be called, hundreds due within a minute, and how late each is dialled
              waiting   days of work with a virtual clock: what is announced beside what happens and what the known estimators would say
            options: --rounds 3 --warm 20 (rate: 75) --seconds 10 --outstanding 1 --conversations 100 --idle 10000 --per-second 1000 --burst 2000
            options of waiting: --scenario "8 slots" --seed 1 --days 20 --scale 1 --plays 128 --mean 360; or --cost alone
            """);
        return 2;
    }
}
