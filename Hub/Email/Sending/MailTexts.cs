using System.Text;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Email.Sending;

/// <summary>The text of each kind of mail. Pure.</summary>
public static class MailTexts
{
    /// <param name="more">A paragraph of our own below what the agent wrote.</param>
    public static string Message(IEnumerable<Entry> entries, string? agent, string company, string? more = null) =>
        $"{string.Join("\n\n", entries.Select(e => e.Body).Append(more).OfType<string>())}\n\n-- \n{(agent is null ? "" : $"{agent}\n")}{company}\n";

    /// <summary>Goes to an address that nobody has proved: it says nothing that the sender wrote.</summary>
    public static string Acknowledgement(Entry promise, string company, string language) => string.Join(
        "\n\n",
        MailWords.Greeting(null, language),
        $"{MailWords.Received(company, language)} {promise.Body}".Trim(),
        MailWords.JustAnswer(language),
        MailWords.NotYou(language),
        $"-- \n{company}\n");

    /// <summary>What was said, by whom and when; files by their names.</summary>
    /// <param name="entries">Only messages are taken.</param>
    /// <param name="agent">First name.</param>
    public static string Transcript(IReadOnlyList<Entry> entries, Site site, string company, string language, Func<long, string?> agent)
    {
        var text = new StringBuilder().Append(MailWords.Greeting(null, language)).Append("\n\n").Append(MailWords.TranscriptLead(company, language)).Append("\n\n");
        foreach (var entry in entries.Where(e => e.Kind == EntryKind.Message))
        {
            var who = entry.By == AuthorKind.Visitor ? MailWords.You(language) : entry.AgentId is { } id && agent(id) is { } name ? name : company;
            text.Append(who).Append(" · ").Append(MailWords.At(entry.At, site.Hours.Plan.TimeZone!, language)).Append('\n');
            if (entry.Body is { } said)
                text.Append(said.Trim()).Append('\n');
            if (entry.Detail?.Attachment is { } file)
                text.Append(MailWords.File(file.Name, language)).Append('\n');
            text.Append('\n');
        }
        return text.Append(MailWords.JustAnswer(language)).Append("\n\n").Append(MailWords.NotYou(language)).Append("\n\n-- \n").Append(company).Append('\n').ToString();
    }
}
