using System.Globalization;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Reports;

/// <summary>The report's figures as the reader writes them. What is absent is a dash, never a zero.</summary>
public static class WaitFormat
{
    public const string Absent = "–";

    /// <summary>"45 s", "6 min 40 s", "1 h 05".</summary>
    public static string Span(double? seconds)
    {
        if (seconds is not { } known)
            return Absent;
        var whole = (long)Math.Round(Math.Abs(known), MidpointRounding.AwayFromZero);
        return whole switch
        {
            < 60 => $"{whole} s",
            < 3_600 when whole % 60 == 0 => $"{whole / 60} min",
            < 3_600 => $"{whole / 60} min {whole % 60:00} s",
            _ => $"{whole / 3_600} h {whole % 3_600 / 60:00}",
        };
    }

    /// <summary>"+ 23 s", "− 1 min".</summary>
    public static string Signed(double seconds) => $"{(seconds < 0 ? '−' : '+')} {Span(seconds)}";

    /// <summary>"82 %", "82%".</summary>
    public static string Percent(double? percent, CultureInfo culture) => percent is { } known ? (known / 100).ToString("P0", culture) : Absent;

    public static string Count(int count, CultureInfo culture) => count.ToString("N0", culture);

    /// <summary>Of all who waited and wait no more, the share that left; absent where nobody did either.</summary>
    public static double? AbandonedPercent(WaitFigures figures) =>
        figures.Answered + figures.Left is > 0 and var all ? 100.0 * figures.Left / all : null;

    public static bool IsEmpty(WaitingReport report) => report.All is { Answered: 0, Left: 0, OffersMissed: 0 } && report.Points.Count == 0;
}
