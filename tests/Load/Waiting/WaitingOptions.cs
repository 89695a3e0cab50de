using System.Globalization;

namespace SupportHub.Load.Waiting;

/// <param name="Only">Part of a scenario's name; all where it is empty.</param>
/// <param name="Days">Days of eight hours; each scenario's own where it is 0.</param>
/// <param name="Mean">Mean handle time in seconds.</param>
internal sealed record WaitingOptions(string Only = "", int Seed = 1, double Days = 0, int Plays = 128, double Mean = 360, double Scale = 1, bool Cost = false)
{
    public static WaitingOptions Parse(string[] args)
    {
        var options = new WaitingOptions();
        for (var i = 0; i < args.Length; i++)
            options = args[i] switch
            {
                "--cost" => options with { Cost = true },
                "--scenario" => options with { Only = args[++i] },
                "--seed" => options with { Seed = int.Parse(args[++i], CultureInfo.InvariantCulture) },
                "--days" => options with { Days = double.Parse(args[++i], CultureInfo.InvariantCulture) },
                "--plays" => options with { Plays = int.Parse(args[++i], CultureInfo.InvariantCulture) },
                "--mean" => options with { Mean = double.Parse(args[++i], CultureInfo.InvariantCulture) },
                "--scale" => options with { Scale = double.Parse(args[++i], CultureInfo.InvariantCulture) },
                _ => throw new ArgumentException($"There is no option {args[i]}."),
            };
        return options;
    }
}
