using System.Globalization;
using System.Net;

namespace SupportHub.Lab.Mail.Answers;

/// <summary>What a mail program puts below an answer. Pure.</summary>
/// <param name="Text">For <c>text/plain</c>; lines end in LF.</param>
/// <param name="Html">The whole body around the answer's own words; null for a program that writes text alone.</param>
public sealed record Quote(string Text, Func<string, string>? Html)
{
    /// <param name="language">"fr" or "en": the customer's mail program speaks it.</param>
    /// <param name="zone">The customer's.</param>
    public static Quote Of(QuotingStyle style, Original original, string language, TimeZoneInfo zone)
    {
        var sent = TimeZoneInfo.ConvertTime(original.Mail.Date, zone);
        return style switch
        {
            QuotingStyle.Gmail => Gmail(original, GmailIntroduction(sent, language)),
            QuotingStyle.Outlook => Outlook(original, sent, language),
            _ => Plain(original, sent, language),
        };
    }

    private static (string Before, string After) GmailIntroduction(DateTimeOffset sent, string language) => language == "fr"
        ? ($"Le {sent.ToString("ddd d MMM yyyy 'à' HH:mm", French)}, ", " a écrit :")
        : ($"On {sent.ToString("ddd, MMM d, yyyy 'at' h:mm tt", American)} ", " wrote:");

    private static Quote Gmail(Original original, (string Before, string After) introduction)
    {
        var (name, address) = (NameOf(original), original.From.Address);
        var line = $"{introduction.Before}{name} <{address}>{introduction.After}";
        // Gmail breaks a long one before the address.
        if (line.Length > 76)
            line = $"{introduction.Before}{name} <\n{address}>{introduction.After}";
        return new Quote($"{line}\n\n{Marked(original.Text)}\n", own =>
            $"""
            <div dir="ltr">{own}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">{Encoded(introduction.Before)}{Encoded(name)} &lt;<a href="mailto:{Encoded(address)}">{Encoded(address)}</a>&gt;{Encoded(introduction.After)}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">{original.Html}</blockquote></div>

            """);
    }

    private static Quote Outlook(Original original, DateTimeOffset sent, string language)
    {
        var from = $"{NameOf(original)} <{original.From.Address}>";
        var to = original.Customer is { Name.Length: > 0 } customer ? $"{customer.Name} <{customer.Address}>" : original.Address;
        (string Name, string Value)[] headers = language == "fr"
            ? [("De :", from), ("Envoyé :", sent.ToString("dddd d MMMM yyyy HH:mm", French)), ("À :", to), ("Objet :", original.Subject)]
            : [("From:", from), ("Sent:", sent.ToString("dddd, MMMM d, yyyy h:mm tt", American)), ("To:", to), ("Subject:", original.Subject)];
        var lines = string.Join('\n', headers.Select(header => $"{header.Name} {header.Value}"));
        var marked = string.Join("<br>\n", headers.Select(header => $"<b>{header.Name}</b> {Encoded(header.Value)}"));
        return new Quote($"________________________________\n{lines}\n\n{original.Text}\n", own =>
            $"""
            <html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body dir="ltr">
            <div class="elementToProof" style="font-family: Aptos, Calibri, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);">{own}</div>
            <div id="appendonsend"></div>
            <hr style="display:inline-block;width:98%" tabindex="-1">
            <div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">{marked}</font><div>&nbsp;</div></div>
            <div>{original.Html}</div>
            </body></html>

            """);
    }

    private static Quote Plain(Original original, DateTimeOffset sent, string language)
    {
        var introduction = language == "fr"
            ? $"Le {sent.ToString("dd/MM/yyyy 'à' HH:mm", French)}, {NameOf(original)} a écrit :"
            : $"On {sent.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)}, {NameOf(original)} wrote:";
        return new Quote($"{introduction}\n{Marked(original.Text)}\n", Html: null);
    }

    /// <summary>Deeper quotes get no space between their marks.</summary>
    private static string Marked(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? ">" : line[0] == '>' ? $">{line}" : $"> {line}"));

    private static string NameOf(Original original) => original.From.Name is { Length: > 0 } name ? name : original.From.Address;

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo American = CultureInfo.GetCultureInfo("en-US");
}
