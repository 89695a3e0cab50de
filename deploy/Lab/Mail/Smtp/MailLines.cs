namespace SupportHub.Lab.Mail.Smtp;

/// <summary>
/// The lines of one mail as they come in, in pieces cut anywhere: takes the stuffed dots out and finds the end (RFC 5321, section 4.5.2). Only
/// CR LF ends a line: a server that takes less lets one mail be smuggled inside another. What is wrong with the mail is remembered while it is
/// read to its end, so that the connection can go on.
/// </summary>
public sealed class MailLines(long largest)
{
    /// <summary>Octets without CR LF (section 4.5.3.1.6).</summary>
    public const int LongestLine = 998;

    private At _at = At.LineStart;
    private int _lineLength;
    private bool _bareLineEnd;
    private bool _longLine;

    private enum At
    {
        LineStart,
        InLine,
        AfterCr,

        /// <summary>After a dot that began a line.</summary>
        AfterDot,

        /// <summary>After a dot that began a line, and CR.</summary>
        AfterDotCr,
        End,
    }

    public bool Ended => _at == At.End;

    /// <summary>Octets without the stuffed dots.</summary>
    public long Length { get; private set; }

    /// <summary>Null for a mail that can be kept.</summary>
    public SmtpReply? Refusal =>
        Length > largest ? new SmtpReply(552, "5.3.4 The mail is too large")
        : _bareLineEnd ? new SmtpReply(554, "5.6.0 CR and LF come together")
        : _longLine ? new SmtpReply(554, $"5.6.0 A line has more than {LongestLine} octets")
        : null;

    /// <param name="piece">What came.</param>
    /// <param name="into">At least one longer than the piece: a CR held back may come out first.</param>
    /// <returns>How much of the piece belongs to the mail and its end, and how much was written.</returns>
    public (int Taken, int Written) Take(ReadOnlySpan<byte> piece, Span<byte> into)
    {
        var written = 0;
        for (var at = 0; at < piece.Length; at++)
        {
            var octet = piece[at];
            if (_at == At.LineStart && octet == '.')
            {
                _at = At.AfterDot;
                continue;
            }
            if (_at == At.AfterDot && octet == '\r')
            {
                _at = At.AfterDotCr;
                continue;
            }
            if (_at == At.AfterDotCr && octet == '\n')
            {
                _at = At.End;
                return (at + 1, written);
            }
            if (_at == At.AfterDotCr)
                Write((byte)'\r', into, ref written);
            Write(octet, into, ref written);
        }
        return (piece.Length, written);
    }

    private void Write(byte octet, Span<byte> into, ref int written)
    {
        into[written++] = octet;
        Length++;
        var afterCr = _at is At.AfterCr;
        _bareLineEnd |= afterCr != (octet == '\n');
        if (afterCr && octet == '\n')
            (_at, _lineLength) = (At.LineStart, 0);
        else if (octet == '\r')
            _at = At.AfterCr;
        else
            (_at, _lineLength) = (At.InLine, _lineLength + 1);
        _longLine |= _lineLength > LongestLine;
    }
}
