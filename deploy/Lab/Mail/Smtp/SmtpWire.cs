using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace SupportHub.Lab.Mail.Smtp;

/// <summary>Lines and mails over one connection. What is held in memory is bounded, however long a line or a mail is.</summary>
/// <param name="silence">Longest wait for the client.</param>
public sealed class SmtpWire(IDuplexPipe pipe, TimeSpan silence, TimeProvider time, CancellationToken over)
{
    private const int MostUnsent = 4_096;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Sent before the next wait, or with the end of the connection.</summary>
    public void Say(SmtpReply reply) => pipe.Output.Write(Encoding.ASCII.GetBytes(reply.ToString()));

    /// <returns>The next line without its end; null for one that is too long or not UTF-8. Ended: the client has closed, and half a line is none.</returns>
    public async Task<(string? Line, bool Ended)> Line()
    {
        var tooLong = false;
        while (true)
        {
            var read = await Read();
            var reader = new SequenceReader<byte>(read.Buffer);
            if (reader.TryReadTo(out ReadOnlySequence<byte> line, "\r\n"u8))
            {
                var text = tooLong || line.Length > SmtpRules.LongestLine ? null : Decoded(line);
                pipe.Input.AdvanceTo(reader.Position);
                return (text, false);
            }
            if (read.IsCompleted)
            {
                pipe.Input.AdvanceTo(read.Buffer.End);
                return (null, true);
            }
            // The last octet stays: it may be the CR of a line end that is cut in two.
            tooLong |= read.Buffer.Length > SmtpRules.LongestLine + 1;
            pipe.Input.AdvanceTo(tooLong ? read.Buffer.GetPosition(read.Buffer.Length - 1) : read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Reads to the end of the mail, also of one that is refused; of that one nothing more is written.</summary>
    public async Task<MailLines> Mail(Stream into)
    {
        var lines = new MailLines(SmtpRules.LargestMail);
        while (!lines.Ended)
        {
            var read = await Read();
            var taken = 0L;
            foreach (var piece in read.Buffer)
            {
                taken += await Take(lines, piece, into);
                if (lines.Ended)
                    break;
            }
            pipe.Input.AdvanceTo(read.Buffer.GetPosition(taken));
            if (read.IsCompleted && !lines.Ended)
                throw new EndOfStreamException("The client closed in the middle of a mail.");
        }
        return lines;
    }

    private static async Task<int> Take(MailLines lines, ReadOnlyMemory<byte> piece, Stream into)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(piece.Length + 1);
        try
        {
            var (taken, written) = lines.Take(piece.Span, buffer);
            if (lines.Refusal is null)
                await into.WriteAsync(buffer.AsMemory(0, written));
            return taken;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<ReadResult> Read()
    {
        // A client that only writes does not fill our memory with replies.
        if (pipe.Output.UnflushedBytes < MostUnsent && pipe.Input.TryRead(out var here))
            return here;
        using var patience = new CancellationTokenSource(silence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, over);
        await pipe.Output.FlushAsync(either.Token);
        return await pipe.Input.ReadAsync(either.Token);
    }

    private static string? Decoded(ReadOnlySequence<byte> line)
    {
        try
        {
            return Strict.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
