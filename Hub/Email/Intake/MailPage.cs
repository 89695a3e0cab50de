using System.Net;
using SupportHub.Email.Reading;

namespace SupportHub.Email.Intake;

/// <summary>A mail as a page of its own. Pure.</summary>
public static class MailPage
{
    private const int LargestPicture = 2 * 1024 * 1024;

    public static string Of(ReadMail mail, bool remote)
    {
        var html = mail.Html ?? $"<pre style=\"white-space:pre-wrap;font:inherit\">{WebUtility.HtmlEncode(mail.Text.Shown)}\n{WebUtility.HtmlEncode(mail.Text.Quoted)}</pre>";
        foreach (var file in mail.Files.Where(f => f is { ContentId: not null, IsInline: true } && f.Size <= LargestPicture && f.ContentType.StartsWith("image/", StringComparison.Ordinal)))
            html = html.Replace($"data-cid=\"{WebUtility.HtmlEncode(file.ContentId)}\"", $"src=\"data:{file.ContentType};base64,{Base64(file)}\"", StringComparison.Ordinal);
        if (remote)
            html = html.Replace("data-remote-src=", "src=", StringComparison.Ordinal);
        return $"<!doctype html><meta charset=\"utf-8\"><base target=\"_blank\"><body style=\"font:15px/1.5 system-ui,sans-serif;margin:16px;color:#1b1f1d;background:#fff\">{html}</body>";
    }

    private static string Base64(MailFile file)
    {
        using var content = file.Open();
        var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return Convert.ToBase64String(bytes.ToArray());
    }
}
