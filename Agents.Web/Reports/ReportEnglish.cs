namespace SupportHub.AgentsWeb.Reports;

public sealed class ReportEnglish : ReportTexts
{
    public override string Title => "Waiting";
    public override string Lead => "How long people waited, and how true it was what they were told.";
    public override string NotAllowed => "This report is for supervisors and administrators.";
    public override string Failed => "The report could not be fetched. Nothing is lost.";
    public override string Retry => "Try again";
    public override string Empty => "Nothing has been announced yet. This page fills as customers wait.";
    public override string Export => "Download as CSV";
    public override string ExportName => "waiting";
    public override string Period => "Period";
    public override string Days(int days) => days == 1 ? "24 hours" : $"{days} days";
    public override string Site => "Site";
    public override string AllSites => "All sites";

    public override string Now => "Now";
    public override string WaitingNow => "Waiting";
    public override string LongestNow => "Longest wait";
    public override string OnlineNow => "Agents online";
    public override string PlacesNow => "Free places";

    public override string Waits => "How long people waited";
    public override string All => "All";
    public override string Answered => "Answered";
    public override string Left => "Left before";
    public override string LeftShare(string percent) => $"{percent} of all";
    public override string ServiceLevel => "Answered in time";
    public override string TargetMet(string percent, string within) => $"Target met: {percent} within {within}";
    public override string TargetMissed(string percent, string within) => $"Below the target: {percent} within {within}";
    public override string SpeedOfAnswer => "Average wait";
    public override string Longest => "Longest wait";
    public override string OffersMissed => "Offers missed";

    public override string Truth => "Was it true?";
    public override string TruthLead => "What customers were told, beside what then happened.";
    public override string NothingAnnounced => "No announced wait has been answered in this period.";
    public override string Announcements => "Announced ranges";
    public override string Of(string count) => $"of {count} announced ranges";
    public override string Within => "Answered within the range, or sooner";
    public override string WithinShort => "As announced, or sooner";
    public override string MedianError => "Median error";
    public override string MedianErrorMeans => "between the likeliest and the real wait";
    public override string Bias => "Bias";
    public override string BiasLonger => "people wait longer than we think";
    public override string BiasShorter => "people wait less than we think";
    public override string NamedAnswered => "The one named answered";
    public override string NamedNever => "nobody was named";

    public override string Plot => "Announced and real waits";
    public override string PlotMeans(int within, int sooner, int later) =>
        $"Each mark is one wait that was answered: across, the range announced first; upward, the real wait from then on. {within} within the range, {sooner} sooner, {later} later. The table below holds the same.";
    public override string AxisAnnounced => "Announced, minutes";
    public override string AxisWaited => "Waited, minutes";
    public override string Diagonal => "as announced";
    public override string Outcome(Outcome outcome) => outcome switch
    {
        Reports.Outcome.Within => "within the range",
        Reports.Outcome.Sooner => "sooner",
        _ => "later",
    };
    public override string AsTable => "As a table";
    public override string AnnouncedAt => "Announced at";
    public override string AnnouncedRange => "Announced";
    public override string Waited => "Waited";
    public override string Result => "Outcome";
    public override string Minutes(int from, int to) => from == 0 ? $"under {to} min" : from == to ? $"{to} min" : $"{from} to {to} min";

    public override string ByTopic => "By topic";
    public override string ByHour => "By hour";
    public override string ByHourMeans => "The hour at which the wait began, by the site’s clock.";
    public override string Topic => "Topic";
    public override string NoTopic => "Without a topic";
    public override string Hour => "Hour";
    public override string FromHour(int hour) => $"{(hour + 11) % 12 + 1} {(hour < 12 ? "am" : "pm")}";
}
