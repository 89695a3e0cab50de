using System.Collections.Concurrent;
using NodaTime;

namespace SupportHub.Sites.Hours;

/// <summary>
/// Public holidays by country, and by region where they differ, as rules (<see cref="HolidayRule"/>). Sources: the countries' own laws, France's
/// Code du travail L3133-1 and L3134-13 first. Days that are proclaimed year by year, or follow the moon, are not here: they are exceptions by date.
/// </summary>
public static class HolidayTable
{
    private const string Germany = "01-01 E-2 E+1 05-01 E+39 E+50 10-03 12-25 12-26";
    private const string Britain = "01-01/next E-2 1mon05 5mon05 12-25/next 12-26/next";
    private const string Canada = "01-01 E-2 07-01 1mon09 12-25";
    private const string Australia = "01-01/next 01-26/next E-2 E-1 E E+1 04-25 12-25/next 12-26/next";
    private const string France = "01-01 E+1 05-01 05-08 E+39 E+50 07-14 08-15 11-01 11-11 12-25";

    private static readonly Region[] Regions =
    [
        new("FR", "France", "France", France),
        new("FR-AM", "France, Alsace and Moselle", "France, Alsace et Moselle", $"{France} E-2 12-26"),
        new("AT", "Austria", "Autriche", "01-01 01-06 E+1 05-01 E+39 E+50 E+60 08-15 10-26 11-01 12-08 12-25 12-26"),
        new("AU", "Australia", "Australie", Australia),
        new("AU-NSW", "Australia, New South Wales", "Australie, Nouvelle-Galles du Sud", $"{Australia} 04-25/next@2026-2027 2mon06 1mon10"),
        new("BE", "Belgium", "Belgique", "01-01 E+1 05-01 E+39 E+50 07-21 08-15 11-01 11-11 12-25"),
        new("CA", "Canada", "Canada", Canada),
        new("CA-ON", "Canada, Ontario", "Canada, Ontario", $"{Canada} 3mon02 mon<05-25 2mon10 12-26"),
        new("CA-QC", "Canada, Quebec", "Canada, Québec", $"{Canada} mon<05-25 06-24 2mon10"),
        new("CH-GE", "Switzerland, Geneva", "Suisse, Genève", "01-01 E-2 E E+1 E+39 E+49 E+50 08-01 1sun09+4 12-25 12-31"),
        new("CH-VD", "Switzerland, Vaud", "Suisse, Vaud", "01-01 01-02 E-2 E E+1 E+39 E+49 E+50 08-01 3sun09 3sun09+1 12-25"),
        new("DE", "Germany", "Allemagne", Germany),
        new("DE-BB", "Germany, Brandenburg", "Allemagne, Brandebourg", $"{Germany} E E+49 10-31"),
        new("DE-BE", "Germany, Berlin", "Allemagne, Berlin", $"{Germany} 03-08 06-17@2028-2028"),
        new("DE-BW", "Germany, Baden-Württemberg", "Allemagne, Bade-Wurtemberg", $"{Germany} 01-06 E+60 11-01"),
        new("DE-BY", "Germany, Bavaria", "Allemagne, Bavière", $"{Germany} 01-06 E+60 11-01"),
        new("DE-HB", "Germany, Bremen", "Allemagne, Brême", $"{Germany} 10-31"),
        new("DE-HE", "Germany, Hesse", "Allemagne, Hesse", $"{Germany} E+60"),
        new("DE-HH", "Germany, Hamburg", "Allemagne, Hambourg", $"{Germany} 10-31"),
        new("DE-MV", "Germany, Mecklenburg-Vorpommern", "Allemagne, Mecklembourg-Poméranie-Occidentale", $"{Germany} 03-08 10-31"),
        new("DE-NI", "Germany, Lower Saxony", "Allemagne, Basse-Saxe", $"{Germany} 10-31"),
        new("DE-NW", "Germany, North Rhine-Westphalia", "Allemagne, Rhénanie-du-Nord-Westphalie", $"{Germany} E+60 11-01"),
        new("DE-RP", "Germany, Rhineland-Palatinate", "Allemagne, Rhénanie-Palatinat", $"{Germany} E+60 11-01"),
        new("DE-SH", "Germany, Schleswig-Holstein", "Allemagne, Schleswig-Holstein", $"{Germany} 10-31"),
        new("DE-SL", "Germany, Saarland", "Allemagne, Sarre", $"{Germany} E+60 08-15 11-01"),
        new("DE-SN", "Germany, Saxony", "Allemagne, Saxe", $"{Germany} 10-31 wed<11-23"),
        new("DE-ST", "Germany, Saxony-Anhalt", "Allemagne, Saxe-Anhalt", $"{Germany} 01-06 10-31"),
        new("DE-TH", "Germany, Thuringia", "Allemagne, Thuringe", $"{Germany} 09-20 10-31"),
        new("ES", "Spain", "Espagne", "01-01 01-06 E-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25"),
        new("GB", "United Kingdom, days common to all", "Royaume-Uni, jours communs", $"{Britain} E+1"),
        new("GB-ENG", "United Kingdom, England and Wales", "Royaume-Uni, Angleterre et pays de Galles", $"{Britain} E+1 5mon08"),
        new("GB-NIR", "United Kingdom, Northern Ireland", "Royaume-Uni, Irlande du Nord", $"{Britain} E+1 03-17/next 07-12/next 5mon08"),
        new("GB-SCT", "United Kingdom, Scotland", "Royaume-Uni, Écosse", $"{Britain} 01-02/next 1mon08 11-30/next"),
        new("IE", "Ireland", "Irlande", "01-01 02-01@2030-2030 1mon02@2023-2029 1mon02@2031-2035 03-17 E+1 1mon05 1mon06 1mon08 5mon10 12-25 12-26"),
        new("IN", "India, days fixed in the calendar", "Inde, jours fixes du calendrier", "01-26 E-2 04-14 08-15 10-02 12-25"),
        new("IT", "Italy", "Italie", "01-01 01-06 E E+1 04-25 05-01 06-02 08-15 10-04@2026-9999 11-01 12-08 12-25 12-26"),
        new("LU", "Luxembourg", "Luxembourg", "01-01 E+1 05-01 05-09 E+39 E+50 06-23 08-15 11-01 12-25 12-26"),
        new("NL", "Netherlands", "Pays-Bas", "01-01 E E+1 04-27 04-26@2031-2031 E+39 E+49 E+50 12-25 12-26"),
        new("PT", "Portugal", "Portugal", "01-01 E-2 E 04-25 05-01 E+60 06-10 08-15 10-05 11-01 12-01 12-08 12-25"),
        new("US", "United States", "États-Unis", "01-01/us 3mon01 3mon02 5mon05 06-19/us 07-04/us 1mon09 2mon10 11-11/us 4thu11 12-25/us"),
    ];

    private static readonly Dictionary<string, HolidayRule[]> Rules =
        Regions.ToDictionary(r => r.Code, r => r.Rules.Split(' ').Select(word => new HolidayRule(word)).ToArray());

    private static readonly ConcurrentDictionary<(string Region, int Year), IReadOnlySet<LocalDate>> Known = new();

    public static bool Knows(string region) => Rules.ContainsKey(region);

    /// <summary>Code and name of each, France first, then by name.</summary>
    public static IReadOnlyList<(string Code, string Name)> Names(string language) =>
        [.. Regions.Select(r => (r.Code, language == "fr" ? r.French : r.English))];

    public static bool Has(string region, LocalDate date) => Of(region, date.Year).Contains(date);

    public static IReadOnlySet<LocalDate> Of(string region, int year) => Known.GetOrAdd((region, year), key => Compute(Rules[key.Region], key.Year));

    private static HashSet<LocalDate> Compute(HolidayRule[] rules, int year)
    {
        // The neighbours' too: the first of January may be free on the last of December.
        var days = Enumerable.Range(year - 1, 3)
            .SelectMany(y => rules.Where(r => r.IsIn(y)).Select(r => (Rule: r, Day: r.Of(y))))
            .OrderBy(d => d.Day)
            .ToList();
        var all = days.Select(d => d.Day).ToHashSet();
        foreach (var (rule, day) in days)
            if (rule.Substitute(day, all) is { } free)
                all.Add(free);
        return [.. all.Where(d => d.Year == year)];
    }

    private sealed record Region(string Code, string English, string French, string Rules);
}
