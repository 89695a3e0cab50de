namespace SupportHub.AgentsWeb.Reports;

/// <summary>Every sentence of the reports. A language that lacks one does not compile.</summary>
public abstract class ReportTexts
{
    private static readonly ReportEnglish English = new();
    private static readonly ReportFrench French = new();

    public static ReportTexts In(string language) => language == "fr" ? French : English;

    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string NotAllowed { get; }
    public abstract string Failed { get; }
    public abstract string Retry { get; }
    public abstract string Empty { get; }
    public abstract string Export { get; }
    public abstract string ExportName { get; }
    public abstract string Period { get; }
    public abstract string Days(int days);
    public abstract string Site { get; }
    public abstract string AllSites { get; }

    public abstract string Now { get; }
    public abstract string WaitingNow { get; }
    public abstract string LongestNow { get; }
    public abstract string OnlineNow { get; }
    public abstract string PlacesNow { get; }

    public abstract string Waits { get; }
    public abstract string All { get; }
    public abstract string Answered { get; }
    public abstract string Left { get; }
    public abstract string LeftShare(string percent);
    public abstract string ServiceLevel { get; }
    public abstract string TargetMet(string percent, string within);
    public abstract string TargetMissed(string percent, string within);
    public abstract string SpeedOfAnswer { get; }
    public abstract string Longest { get; }
    public abstract string OffersMissed { get; }

    public abstract string Truth { get; }
    public abstract string TruthLead { get; }
    public abstract string NothingAnnounced { get; }
    public abstract string Announcements { get; }
    public abstract string Of(string count);
    public abstract string Within { get; }

    /// <summary>For a table's heading.</summary>
    public abstract string WithinShort { get; }
    public abstract string MedianError { get; }
    public abstract string MedianErrorMeans { get; }
    public abstract string Bias { get; }
    public abstract string BiasLonger { get; }
    public abstract string BiasShorter { get; }
    public abstract string NamedAnswered { get; }
    public abstract string NamedNever { get; }

    public abstract string Plot { get; }
    public abstract string PlotMeans(int within, int sooner, int later);
    public abstract string AxisAnnounced { get; }
    public abstract string AxisWaited { get; }
    public abstract string Diagonal { get; }
    public abstract string Outcome(Outcome outcome);
    public abstract string AsTable { get; }
    public abstract string AnnouncedAt { get; }
    public abstract string AnnouncedRange { get; }
    public abstract string Waited { get; }
    public abstract string Result { get; }
    public abstract string Minutes(int from, int to);

    public abstract string ByTopic { get; }
    public abstract string ByHour { get; }
    public abstract string ByHourMeans { get; }
    public abstract string Topic { get; }
    public abstract string NoTopic { get; }
    public abstract string Hour { get; }
    public abstract string FromHour(int hour);
}
