using System.IO.Pipelines;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using SupportHub.Lab.Mail.Smtp;

namespace SupportHub.Unit.Lab.Mail;

public sealed class SmtpWireTests
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);
    private FakeTimeProvider _time = null!;
    private Pipe _commands = null!;
    private Pipe _replies = null!;
    private SmtpWire _wire = null!;

    [SetUp]
    public void Connect()
    {
        _time = new FakeTimeProvider();
        _commands = new Pipe(new PipeOptions(useSynchronizationContext: false));
        _replies = new Pipe(new PipeOptions(pauseWriterThreshold: 10_000, resumeWriterThreshold: 5_000, useSynchronizationContext: false));
        _wire = new SmtpWire(new Both(_commands.Reader, _replies.Writer), Silence, _time, CancellationToken.None);
    }

    [Test]
    public void Who_never_reads_the_replies_is_not_read_either()
    {
        var many = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("NOOP\r\n", 10_000)));
        _ = _commands.Writer.WriteAsync(many);
        var answered = 0;
        Task<(string?, bool)> line;
        for (line = _wire.Line(); line.IsCompleted && answered < 10_000; line = _wire.Line())
        {
            _wire.Say(SmtpRules.Kept);
            answered++;
        }
        Assert.That(answered, Is.LessThan(2_000));
        _time.Advance(Silence);
        Assert.That(async () => await line, Throws.InstanceOf<OperationCanceledException>(), "nor waited for without end");
    }

    [Test]
    public async Task Who_says_nothing_for_five_minutes_is_not_waited_for()
    {
        await _commands.Writer.WriteAsync("NOOP\r\nhalf a li"u8.ToArray());
        Assert.That((await _wire.Line()).Line, Is.EqualTo("NOOP"));
        var next = _wire.Line();
        _time.Advance(Silence - TimeSpan.FromSeconds(1));
        Assert.That(next.IsCompleted, Is.False);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(async () => await next, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Replies_go_out_when_nothing_more_has_come()
    {
        await _commands.Writer.WriteAsync("NOOP\r\nNOOP\r\n"u8.ToArray());
        await _wire.Line();
        _wire.Say(SmtpRules.Kept);
        await _wire.Line();
        Assert.That(_replies.Reader.TryRead(out _), Is.False);

        _wire.Say(SmtpRules.Kept);
        _ = _wire.Line();
        Assert.That(Encoding.ASCII.GetString((await _replies.Reader.ReadAsync()).Buffer), Is.EqualTo("250 2.0.0 Kept\r\n250 2.0.0 Kept\r\n"));
    }

    private sealed record Both(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
