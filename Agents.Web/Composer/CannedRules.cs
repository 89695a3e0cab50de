using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Composer;

/// <summary>What fills the variables of a canned reply.</summary>
public sealed record CannedValues(string Customer, string Agent, string Topic, string Site);

public static class CannedRules
{
    private const int Shown = 8;

    /// <summary>Those whose shortcut begins with the word first, then those that contain it; the customer's language before others.</summary>
    public static IReadOnlyList<CannedReply> Find(IReadOnlyList<CannedReply> all, string word, string? language)
    {
        var spoken = language?.Split('-')[0];
        return
        [
            .. all
                .Select(r => (Reply: r, Rank: Rank(r, word)))
                .Where(r => r.Rank < 3)
                .OrderBy(r => r.Reply.Language is null || r.Reply.Language == spoken ? 0 : 1)
                .ThenBy(r => r.Rank)
                .ThenBy(r => r.Reply.Shortcut, StringComparer.CurrentCulture)
                .Take(Shown)
                .Select(r => r.Reply),
        ];
    }

    public static string Fill(string body, CannedValues values) =>
        Tidy(body
            .Replace("{customer}", values.Customer, StringComparison.Ordinal)
            .Replace("{agent}", values.Agent, StringComparison.Ordinal)
            .Replace("{topic}", values.Topic, StringComparison.Ordinal)
            .Replace("{site}", values.Site, StringComparison.Ordinal));

    /// <summary>"Bonjour {customer}," without a name is "Bonjour,".</summary>
    private static string Tidy(string text) =>
        text.Replace("  ", " ", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal).Replace(" .", ".", StringComparison.Ordinal);

    private static int Rank(CannedReply reply, string word)
    {
        if (reply.Shortcut.StartsWith(word, StringComparison.CurrentCultureIgnoreCase))
            return 0;
        if (reply.Title.Contains(word, StringComparison.CurrentCultureIgnoreCase))
            return 1;
        return reply.Body.Contains(word, StringComparison.CurrentCultureIgnoreCase) ? 2 : 3;
    }
}
