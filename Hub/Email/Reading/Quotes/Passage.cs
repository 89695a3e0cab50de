namespace SupportHub.Email.Reading.Quotes;

/// <summary>What a stretch of a mail's text is.</summary>
public enum PassageKind
{
    /// <summary>What the sender wrote for this mail.</summary>
    Written,

    /// <summary>What an earlier mail said.</summary>
    Quoted,

    /// <summary>The sender's signature, a device's line, a list's footer.</summary>
    Signature,

    /// <summary>A mail that the sender passes on: part of what is said, in another's words.</summary>
    Forwarded,
}

/// <summary>A stretch of a mail. Nothing of the mail's text is in no passage.</summary>
/// <param name="Head">What introduces it ("On … X wrote:", the quoted header), empty for <see cref="PassageKind.Written"/> and <see cref="PassageKind.Signature"/>.</param>
public sealed record Passage(PassageKind Kind, string Head, string Text);

/// <summary>A mail's text, split. <see cref="Passages"/> has all of it, in order.</summary>
/// <param name="Written">What the sender wrote, with the quotations that are answered in between; no introductions, no signature. Lines end with \n.</param>
/// <param name="Signature">The signature, the device's line and the list's footer; may be empty.</param>
/// <param name="Forwarded">Mails passed on, with their headers; may be empty.</param>
/// <param name="Quoted">What is folded: earlier mails with their introductions; may be empty.</param>
public sealed record MailText(IReadOnlyList<Passage> Passages, string Written, string Signature, string Forwarded, string Quoted)
{
    public static readonly MailText Empty = new([], "", "", "", "");

    /// <summary>What the timeline shows before anything is unfolded.</summary>
    public string Shown => string.Join("\n\n", new[] { Written, Signature, Forwarded }.Where(text => text.Length > 0));
}

/// <summary>One line, with what only the HTML knows about it.</summary>
/// <param name="Cited">It stands in what a mail program marks as a quotation.</param>
/// <param name="Indented">It stands in a quotation that nobody marked: people use those too.</param>
/// <param name="Introduces">It is marked as the introduction of a quotation.</param>
/// <param name="Begins">From here to the end a mail program has put the earlier mail.</param>
internal sealed record QuoteLine(string Text, bool Cited = false, bool Indented = false, bool Introduces = false, bool Begins = false);
