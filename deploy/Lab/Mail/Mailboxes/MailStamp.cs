using System.Globalization;

namespace SupportHub.Lab.Mail.Mailboxes;

/// <summary>Names for mails: the time in UTC, a millisecond later for each that comes within the same one, also when the clock is set back.</summary>
public sealed class MailStamp(TimeProvider time)
{
    private const string Format = "yyyyMMdd-HHmmss-fff";
    private readonly Lock _gate = new();
    private DateTime _last;

    public static DateTimeOffset? TryTime(string id) =>
        DateTimeOffset.TryParseExact(id, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>Nothing at or before this time will be given again.</summary>
    public void Remember(DateTimeOffset used)
    {
        lock (_gate)
            _last = used.UtcDateTime > _last ? used.UtcDateTime : _last;
    }

    public string Next()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow().UtcDateTime;
            _last = now >= _last.AddMilliseconds(1) ? now : _last.AddMilliseconds(1);
            return _last.ToString(Format, CultureInfo.InvariantCulture);
        }
    }
}
