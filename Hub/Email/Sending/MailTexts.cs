using System.Text;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Email.Sending;

/// <summary>The text of each kind of mail. Pure.</summary>
public static class MailTexts
{
    public static string Message(Entry entry, string? agent, string company) =>
        $"{entry.Body}\n\n-- \n{(agent is null ? "" : $"{agent}\n")}{company}\n";

    /// <summary>Goes to an address that nobody has proved: it says nothing that the sender wrote.</summary>
    public static string Acknowledgement(Entry promise, string company, string language) => string.Join(
        "\n\n",
        MailWords.Greeting(null, language),
        $"{MailWords.Received(company, language)} {promise.Body}".Trim(),
        MailWords.JustAnswer(language),
        MailWords.NotYou(language),
        $"-- \n{company}\n");

    public static string Transcript(IReadOnlyList<Entry> entries, Site site, string language, Func<long, string?> agent)
    {
        var text = new StringBuilder();
        foreach (var entry in entries.Where(e => e.Kind == EntryKind.Message))
        {
            var who = entry.By == AuthorKind.Visitor ? MailWords.You(language) : entry.AgentId is { } id && agent(id) is { } name ? name : site.Name;
            text.Append(who).Append(" · ").Append(MailWords.At(entry.At, site.Hours.Plan.TimeZone!, language)).Append('\n')
                .Append(entry.Body ?? entry.Detail?.Attachment?.Name).Append("\n\n");
        }
        return text.Append("-- \n").Append(site.Name).Append('\n').ToString();
    }
}
