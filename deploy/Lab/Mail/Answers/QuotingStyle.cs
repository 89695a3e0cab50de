namespace SupportHub.Lab.Mail.Answers;

/// <summary>How a mail program shows what is answered.</summary>
public enum QuotingStyle
{
    /// <summary>HTML with a <c>gmail_quote</c>; the text beside it with <c>&gt;</c>.</summary>
    Gmail,

    /// <summary>The whole mail below a line and its headers, not marked otherwise.</summary>
    Outlook,

    /// <summary>Text alone, with <c>&gt;</c>, as Thunderbird does.</summary>
    Plain,
}
