using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using SupportHub.Tests;

namespace SupportHub.Integration.Faults;

/// <summary>
/// A client as PROTOCOL.md asks for: keeps each message until it is acknowledged, sends it again with the same number after every failure,
/// and keeps its view of the timeline whole by the rules for pushes, heads and pages.
/// </summary>
public sealed class StubbornClient(Func<Task<RawSignalR>> connect, long conversation, long session, int nextNumber) : IAsyncDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    private readonly CancellationTokenSource _end = new();
    private readonly SortedDictionary<int, JsonElement> _view = [];
    private readonly ConcurrentQueue<(int Number, string Body, int Seq)> _acked = new();
    private RawSignalR? _line;
    private Task _sending = Task.CompletedTask;
    private Task _following = Task.CompletedTask;
    private int _number = nextNumber;
    private TimeSpan _rest = Shortest;
    private volatile bool _talk;

    /// <summary>What the server said is committed.</summary>
    public IReadOnlyList<(int Number, string Body, int Seq)> Acked => [.. _acked];

    public int AckedCount => _acked.Count;

    public long Conversation => conversation;
    public long Session => session;

    /// <summary>How often it was told to send again later.</summary>
    public int Busy { get; private set; }

    /// <summary>Failures that are none of the expected ones.</summary>
    public ConcurrentQueue<string> Surprises { get; } = new();

    /// <summary>The entries it has, by seq.</summary>
    public IReadOnlyList<(int Seq, string? Body)> View
    {
        get
        {
            lock (_view)
                return [.. _view.Values.Select(e => (e.GetProperty("seq").GetInt32(), e.TryGetProperty("body", out var body) ? body.GetString() : null))];
        }
    }

    public void Start(bool talk)
    {
        _talk = talk;
        _following = Follow();
        if (talk)
            _sending = Talk();
    }

    /// <summary>Says nothing new; what is on its way is still brought to its end.</summary>
    public async Task Silence()
    {
        _talk = false;
        await _sending;
    }

    /// <summary>Everything up to the head it is told now.</summary>
    public async Task CatchUp()
    {
        var line = await Line();
        while (true)
        {
            var page = await line.Ask("After", conversation, Last);
            Add(page);
            if (Last >= page.GetProperty("head").GetInt32())
                return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_line is not null)
            await _line.DisposeAsync();
        await Task.WhenAll(_sending, _following);
    }

    private int Last
    {
        get
        {
            lock (_view)
                return _view.Count == 0 ? 0 : _view.Keys.Last();
        }
    }

    private async Task Talk()
    {
        while (_talk && !_end.IsCancellationRequested)
        {
            var number = _number++;
            var body = $"{session}/{number}";
            while (!_end.IsCancellationRequested)
            {
                try
                {
                    var sent = await (await Line()).Ask("Send", new { conversation, session, number, body });
                    _acked.Enqueue((number, body, sent.GetProperty("seq").GetInt32()));
                    break;
                }
                catch (RawRefusal refusal) when (refusal.Code == "busy")
                {
                    Busy++;
                    await Pause(TimeSpan.FromMilliseconds(Math.Min(refusal.RetryAfterMs ?? 0, 200)));
                }
                catch (RawRefusal refusal)
                {
                    Surprises.Enqueue(refusal.Message);
                    return;
                }
                catch (Exception lost) when (lost is RawFailure or WebSocketException or HttpRequestException or TimeoutException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
                {
                    await Pause(_rest);
                }
            }
        }
    }

    private async Task Follow()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var line = await Line();
                await CatchUp();
                while (!line.Closed.IsCompleted && !_end.IsCancellationRequested)
                {
                    // Before the look, so that what comes during it wakes the next.
                    var more = line.Pushes.Added;
                    foreach (var push in line.Pushes.TakeAll("Entries"))
                        if (push.GetProperty("conversation").GetInt64() == conversation && !Add(push))
                            await CatchUp();
                    foreach (var head in line.Pushes.TakeAll("Head"))
                        if (head.GetProperty("conversation").GetInt64() == conversation && head.GetProperty("head").GetInt32() > Last)
                            await CatchUp();
                    await Task.WhenAny(more, line.Closed).WaitAsync(_end.Token);
                }
            }
            catch (Exception lost) when (lost is RawFailure or RawRefusal or WebSocketException or HttpRequestException or TimeoutException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
            {
                await Pause(_rest);
            }
        }
    }

    /// <returns>False where the push does not join on to what is held.</returns>
    private bool Add(JsonElement page)
    {
        lock (_view)
        {
            if (page.GetProperty("after").GetInt32() > Last)
                return false;
            foreach (var entry in page.GetProperty("entries").EnumerateArray())
                _view.TryAdd(entry.GetProperty("seq").GetInt32(), entry);
            return true;
        }
    }

    private readonly SemaphoreSlim _connecting = new(1);

    private async Task<RawSignalR> Line()
    {
        await _connecting.WaitAsync(_end.Token);
        try
        {
            if (_line is null || _line.Closed.IsCompleted)
                _line = await connect();
            _rest = Shortest;
            return _line;
        }
        catch
        {
            // As any client should: a hundred that knock twenty times a second would have the processors that the server needs to start.
            _rest = TimeSpan.FromTicks(Math.Min(_rest.Ticks * 2, Longest.Ticks));
            throw;
        }
        finally
        {
            _connecting.Release();
        }
    }

    private async Task Pause(TimeSpan time)
    {
        using var timer = new PeriodicTimer(time + TimeSpan.FromMilliseconds(1));
        try
        {
            await timer.WaitForNextTickAsync(_end.Token);
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
