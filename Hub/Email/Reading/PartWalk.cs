using MimeKit;
using MimeKit.Text;
using MimeKit.Tnef;

namespace SupportHub.Email.Reading;

/// <summary>A piece of the mail's text: plain, as a page, or both.</summary>
internal sealed record BodyPiece(string? Plain, string? Html);

/// <summary>Goes through a mail's parts, and gives each a place: text, file, or report of a machine.</summary>
internal sealed class PartWalk(MailLimits limits, HashSet<LookReason> reasons)
{
    private int _parts;

    public List<BodyPiece> Pieces { get; private set; } = [];

    public List<MailFile> Files { get; } = [];

    /// <summary>What machines read: delivery reports, feedback reports, the mail that came back.</summary>
    public List<MimeEntity> Reports { get; } = [];

    public void Take(MimeEntity entity, int depth = 0, bool related = false)
    {
        if (++_parts > limits.Parts)
        {
            reasons.Add(LookReason.TooManyParts);
            return;
        }
        if (depth >= limits.Depth && entity is Multipart or MessagePart)
            TakeTooDeep(entity);
        else if (entity is MultipartAlternative alternative)
            TakeAlternative(alternative, depth);
        else if (entity is Multipart multipart)
            TakeAll(multipart, depth);
        else if (entity is TextPart text && IsBody(text))
            TakeText(text, related);
        else if (entity is TnefPart tnef)
            TakeTnef(tnef, depth);
        else
            TakeFile(entity, related);
    }

    private void TakeAll(Multipart multipart, int depth)
    {
        var related = multipart is MultipartRelated;
        var root = (multipart as MultipartRelated)?.Root;
        foreach (var child in multipart)
            Take(child, depth + 1, related && child != root);
        if (multipart.Count == 0 && multipart.Preamble is { } preamble && !string.IsNullOrWhiteSpace(preamble))
            Pieces.Add(new(Charsets.Clean(preamble), null));
    }

    /// <summary>The same in several forms: one piece that has both.</summary>
    private void TakeAlternative(MultipartAlternative alternative, int depth)
    {
        var outer = Pieces;
        Pieces = [];
        foreach (var child in alternative)
            Take(child, depth + 1);
        var (plain, html) = (Pieces.Select(piece => piece.Plain).OfType<string>().ToList(), Pieces.Select(piece => piece.Html).OfType<string>().ToList());
        Pieces = outer;
        if (plain.Count + html.Count > 0)
            Pieces.Add(new(plain.Count > 0 ? string.Join('\n', plain) : null, html.Count > 0 ? string.Concat(html) : null));
    }

    private static bool IsBody(TextPart text) =>
        !text.IsAttachment && string.IsNullOrEmpty(text.FileName) && (text.IsHtml || text.IsPlain || text.IsEnriched || text.ContentType.MediaSubtype is "" or "x-plain" or "text");

    private void TakeText(TextPart part, bool related)
    {
        if (related && part.ContentId is not null)
        {
            TakeFile(part, related);
            return;
        }
        var text = Charsets.Text(part);
        if (part.IsFlowed)
            text = new FlowedToText { DeleteSpace = string.Equals(part.ContentType.Parameters["delsp"], "yes", StringComparison.OrdinalIgnoreCase) }.Convert(text);
        Pieces.Add(part.IsHtml ? new(null, text) : new(text, null));
    }

    private void TakeTnef(TnefPart part, int depth)
    {
        try
        {
            var before = Files.Count + Pieces.Count;
            if (part.ConvertToMessage().Body is { } body)
                Take(body, depth + 1);
            if (Files.Count + Pieces.Count == before)
                TakeFile(part, related: false);
        }
        catch (Exception error) when (error is TnefException or FormatException or ArgumentException or IOException or NotSupportedException or InvalidOperationException or IndexOutOfRangeException or OverflowException)
        {
            reasons.Add(LookReason.PartNotReadable);
            TakeFile(part, related: false);
        }
    }

    private void TakeTooDeep(MimeEntity entity)
    {
        reasons.Add(LookReason.TooDeep);
        Files.Add(FileReading.Whole(entity, "too-deep.eml"));
    }

    private void TakeFile(MimeEntity entity, bool related)
    {
        if (entity is MessageDeliveryStatus or MessageFeedbackReport or MessageDispositionNotification or MessagePart || entity.ContentType.MediaSubtype.Equals("rfc822-headers", StringComparison.OrdinalIgnoreCase))
            Reports.Add(entity);
        if (FileReading.Of(entity, related) is { } file)
            Files.Add(file);
    }
}
