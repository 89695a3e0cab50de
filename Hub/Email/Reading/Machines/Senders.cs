using MimeKit;

namespace SupportHub.Email.Reading.Machines;

/// <summary>Is the sender one that brings mail back?</summary>
internal static class Senders
{
    /// <summary>No person sends like this.</summary>
    public static bool IsMachine(MimeMessage message)
    {
        var headers = message.Headers;
        return MachineRules.HasNullSender(headers) || IsDaemon(message) || headers["X-Failed-Recipients"] is not null || MachineRules.IsAutomatic(headers) || MachineRules.ReportType(message) is not null
            || (headers["Return-Path"] ?? "").Contains("mailer-daemon", StringComparison.OrdinalIgnoreCase);
    }

    public static bool IsDaemon(MimeMessage message) => Named(message, MachineWords.Daemons) || (message.Headers["From"] ?? "").Trim().EndsWith("<>", StringComparison.Ordinal);

    /// <summary>People have these addresses too.</summary>
    public static bool IsAdministrator(MimeMessage message) => Named(message, MachineWords.Administrators);

    private static bool Named(MimeMessage message, string[] words)
    {
        var from = message.Headers["From"] ?? "";
        var at = from.LastIndexOf('@');
        var name = at < 0 ? from : from[..at] + "@" + (from.Length > at && from.IndexOf('(', at) is var note and > 0 ? from[note..] : "");
        return Array.Exists(words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
