using MimeKit;
using SupportHub.Attachments;

namespace SupportHub.Email.Reading;

/// <summary>A part of a mail as a file.</summary>
internal static class FileReading
{
    /// <returns>Null for a part that has no content at all.</returns>
    public static MailFile? Of(MimeEntity entity, bool related) => entity switch
    {
        MimePart { Content: { } content } part => Content(part, content, related),
        MessagePart { Message: not null } message => Whole(message.Message, message.ContentDisposition?.FileName ?? message.ContentType.Name ?? $"{message.Message.Subject ?? "mail"}.eml", message.ContentId),
        MimePart => null,
        _ => Whole(entity, "part.eml"),
    };

    /// <summary>With its own header, as it came.</summary>
    public static MailFile Whole(MimeEntity entity, string name) => Written(name, "application/octet-stream", null, stream => entity.WriteTo(stream));

    private static MailFile Whole(MimeMessage message, string name, string? contentId) => Written(name, "message/rfc822", contentId, stream => message.WriteTo(stream));

    private static MailFile Content(MimePart part, IMimeContent content, bool related)
    {
        var type = part.ContentType.MimeType.ToLowerInvariant();
        return new()
        {
            Name = FileNames.Clean(part.FileName ?? Unnamed(part, type)),
            ContentType = type,
            ContentId = part.ContentId,
            IsInline = part.ContentId is not null && !part.IsAttachment && (related || part.ContentDisposition is not null) && type.StartsWith("image/", StringComparison.Ordinal),
            Size = Length(content),
            Open = content.Open,
        };
    }

    private static string Unnamed(MimePart part, string type) => part switch
    {
        TextPart text => text.IsHtml ? "text.html" : text.IsRichText ? "text.rtf" : "text.txt",
        MessageDeliveryStatus or MessageFeedbackReport or MessageDispositionNotification => "report.txt",
        _ => MimeTypes.TryGetExtension(type, out var extension) ? "file" + extension : "file",
    };

    private static MailFile Written(string name, string type, string? contentId, Action<Stream> write)
    {
        var count = new LengthOnly();
        write(count);
        return new()
        {
            Name = FileNames.Clean(name), ContentType = type, ContentId = contentId, Size = count.Length, Open = () =>
            {
                var content = new MemoryStream();
                write(content);
                content.Position = 0;
                return content;
            },
        };
    }

    private static long Length(IMimeContent content)
    {
        var count = new LengthOnly();
        content.DecodeTo(count);
        return count.Length;
    }

    /// <summary>Counts what is written to it.</summary>
    private sealed class LengthOnly : Stream
    {
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => _length += buffer.Length;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
