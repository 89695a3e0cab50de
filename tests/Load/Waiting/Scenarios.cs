using SupportHub.Routing.Skills;

namespace SupportHub.Load.Waiting;

internal static class Scenarios
{
    private const double Hour = 3600;

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("memoryless, 3 slots, 95 %", Alike(3), Memoryless) { Days = 40, Targets = new(Named: 0.85) },
        new("memoryless, 8 slots, 95 %", Alike(8), Memoryless) { Days = 40, Targets = new(Named: 0.70) },
        new("memoryless, 50 slots, 95 %", Alike(50), Memoryless) { Days = 2.5 },
        new("cv 0.7, 3 slots, 90 %", Alike(3), LogNormal(0.7)) { Days = 40, Load = 0.9, Targets = new(Named: 0.85) },
        new("cv 0.7, 8 slots, 90 %", Alike(8), LogNormal(0.7)) { Days = 20, Load = 0.9, Targets = new(Named: 0.70) },
        new("load 40 %, patience", Alike(3), LogNormal(0.7)) { Days = 80, Load = 0.4, Patience = 2 },
        new("load 80 %, patience", Alike(8), LogNormal(0.7)) { Days = 25, Load = 0.8, Patience = 2 },
        new("load 100 %, patience", Alike(8), LogNormal(0.7)) { Load = 1, Patience = 2 },
        new("load 120 %, patience", Alike(8), LogNormal(0.7)) { Load = 1.2, Patience = 2 },
        new("cv 0.3, 8 slots", Alike(8), LogNormal(0.3)) { Targets = new(0.08) },
        new("cv 0.7, 8 slots", Alike(8), LogNormal(0.7)) { Targets = new(Named: 0.70) },
        new("cv 1.2, 8 slots", Alike(8), LogNormal(1.2)),
        new("bimodal, 8 slots", Alike(8), Bimodal),
        new("bursts", Alike(8), LogNormal(0.7)) { Load = 0.75, Profile = at => at % (2 * Hour) < Hour / 2 ? 2.2 : 0.75, Patience = 5 },
        new("agents of different speed", [.. Enumerable.Range(0, 8).Select(a => new Staff(a + 1, Pace: 0.6 + 0.15 * a))], LogNormal(0.7)) { Load = 0.93 },
        new("agents leave and join, known", Shifts(true), LogNormal(0.7)) { Load = 0.75, Patience = 8 },
        new("agents leave and join, not known", Shifts(false), LogNormal(0.7)) { Load = 0.75, Patience = 8 },
        new("two overlapping skills", Skilled(), LogNormal(0.7)) { Load = 0.92, Topics = [(0.5, 1), (0.5, 1)], Targets = new(0.08) },
        new("three chats at once, slowdown", [.. Enumerable.Range(1, 4).Select(a => new Staff(a, 3))], LogNormal(0.7)) { Days = 15, Pace = [1, 0.8, 0.65], Load = 0.92 },
        new("everything mixed", Mixed(), LogNormal(0.9))
        {
            Load = 0.85, Patience = 6, Topics = [(0.45, 1), (0.35, 1.5), (0.2, 0.7)], Pace = [1, 0.85],
            Profile = at => at % (3 * Hour) < Hour ? 1.5 : 0.75, Targets = new(0.08),
        },
        new("day one, after two hours", Alike(8), LogNormal(0.7)) { ForgetsAfterHours = 8, CountFromHour = 2 },
    ];

    private static Staff[] Alike(int slots) => [.. Enumerable.Range(1, slots).Select(a => new Staff(a))];

    private static double Memoryless(Random random) => -Math.Log(1 - random.NextDouble());

    private static Func<Random, double> LogNormal(double cv)
    {
        var sigma = Math.Sqrt(Math.Log(1 + cv * cv));
        return random => Math.Exp(sigma * Normal(random) - sigma * sigma / 2);
    }

    /// <summary>Seven of ten are short.</summary>
    private static double Bimodal(Random random) => random.NextDouble() < 0.7
        ? 0.35 * Math.Exp(0.25 * Normal(random) - 0.03125)
        : 2.5167 * Math.Exp(0.25 * Normal(random) - 0.03125);

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Eight: three go for an hour and a half in the middle of each half day, one after the other.</summary>
    private static Staff[] Shifts(bool known) =>
    [
        .. Enumerable.Range(1, 5).Select(a => new Staff(a)),
        .. Enumerable.Range(6, 3).Select(a => new Staff(a, Away: at =>
        {
            var within = (at - (a - 6) * Hour / 2) % (4 * Hour);
            within = within < 0 ? within + 4 * Hour : within;
            return within < 2.5 * Hour ? new Shift(true, 2.5 * Hour - within, known) : new Shift(false, 4 * Hour - within, known);
        })),
    ];

    private static Staff[] Skilled() =>
    [
        .. Enumerable.Range(1, 3).Select(a => new Staff(a) { Skills = Levels((0, 1)) }),
        .. Enumerable.Range(4, 3).Select(a => new Staff(a) { Skills = Levels((1, 1)) }),
        .. Enumerable.Range(7, 2).Select(a => new Staff(a) { Skills = Levels((0, 1), (1, 1)) }),
    ];

    private static Staff[] Mixed() =>
    [
        new(1, 2, 0.7) { Skills = Levels((0, 2)) }, new(2, 2, 1.3) { Skills = Levels((0, 1)) }, new(3, 2, 1) { Skills = Levels((1, 1)) },
        new(4, 2, 1.4) { Skills = Levels((1, 2)) }, new(5, 2, 0.8) { Skills = Levels((0, 1), (1, 1)) }, new(6, 2, 1) { Skills = Levels((0, 1), (2, 1)) },
        new(7, 2, 1.2, at => at % (4 * Hour) is var within && within < 3 * Hour ? new Shift(true, 3 * Hour - within, true) : new Shift(false, 4 * Hour - within, true))
        {
            Skills = Levels((0, 1), (1, 1), (2, 1)),
        },
    ];

    private static SkillSet Levels(params (long Topic, int Level)[] levels) => new(levels.ToDictionary(l => l.Topic, l => l.Level), []);
}
