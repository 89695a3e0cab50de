using System.Globalization;
using System.Text;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Reports;

/// <summary>The tables as a file for a spreadsheet: RFC 4180, with the separator that the reader's spreadsheet expects. Pure.</summary>
public static class WaitCsv
{
    /// <param name="rows">A heading and its figures.</param>
    public static string Of(ReportTexts t, IEnumerable<(string By, WaitFigures Figures)> rows, CultureInfo culture)
    {
        var separator = culture.NumberFormat.NumberDecimalSeparator == "," ? ';' : ',';
        var text = new StringBuilder();
        Line(text, separator, [
            "", t.Answered, t.Left, $"{t.ServiceLevel} (%)", $"{t.SpeedOfAnswer} (s)", $"{t.Longest} (s)", t.OffersMissed,
            t.Announcements, $"{t.Within} (%)", $"{t.MedianError} (s)", $"{t.Bias} (s)", $"{t.NamedAnswered} (%)",
        ]);
        foreach (var (by, f) in rows)
        {
            Line(text, separator, [
                by, Number(f.Answered), Number(f.Left), Number(f.ServiceLevelPercent), Number(f.MeanSeconds), Number(f.LongestSeconds), Number(f.OffersMissed),
                Number(f.Announced?.Announcements), Number(f.Announced?.WithinPercent), Number(f.Announced?.MedianErrorSeconds), Number(f.Announced?.BiasSeconds), Number(f.Announced?.NamedAnsweredPercent),
            ]);
        }
        return text.ToString();

        string Number(double? figure) => figure?.ToString("0.#", culture) ?? "";
    }

    private static void Line(StringBuilder text, char separator, IEnumerable<string> cells) => text.AppendJoin(separator, cells.Select(cell => Cell(cell, separator))).Append("\r\n");

    // A heading that begins like a formula would be run by the spreadsheet (OWASP, CSV injection). A negative figure is none.
    private static string Cell(string cell, char separator)
    {
        var safe = cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) && !double.TryParse(cell, out _) ? $"'{cell}" : cell;
        return safe.AsSpan().IndexOfAny(separator, '"', '\n') < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
