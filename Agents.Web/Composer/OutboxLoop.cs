using System.Text.Json;
using SupportHub.AgentsWeb.Connection;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Composer;

/// <summary>Sends what is in the outbox, in order per conversation, for as long as it takes, and keeps the rest in the browser's storage.</summary>
public sealed class OutboxLoop
{
    private readonly Line _line;
    private readonly Browser _browser;
    private readonly TimeProvider _clock;
    private readonly long _session;
    private string _key = "";
    private bool _waiting;

    public OutboxLoop(Line line, Browser browser, TimeProvider clock, Random chance)
    {
        (_line, _browser, _clock) = (line, browser, clock);
        _session = NewSession();
        Outbox = new Outbox(_session, NewSession);
        long NewSession() => chance.NextInt64(1, 1L << 53);
    }

    public Outbox Outbox { get; }

    public Signal Changed { get; } = new();

    /// <summary>From now on this agent's unsent messages are ours: those of this page and those that closed pages left.</summary>
    public async Task Begin(long agent)
    {
        if (_key.Length > 0)
            return;
        var prefix = $"supporthub.outbox.{agent}.";
        _key = prefix + _session;
        _browser.Hold(_key);
        var left = await _browser.Adopt(prefix, _key);
        Outbox.Adopt(left.SelectMany(Read));
        Keep();
    }

    public void Add(long conversation, bool note, string? body, Attachment? attachment, bool byMail)
    {
        Outbox.Add(conversation, note, body, attachment, _clock.NowMs(), byMail);
        Keep();
        Send();
    }

    public void Retry(long key)
    {
        Outbox.Retry(key);
        Keep();
        Send();
    }

    public Unsent? TakeBack(long key)
    {
        var taken = Outbox.TakeBack(key);
        Keep();
        return taken;
    }

    /// <summary>A message that was taken back goes into its composer.</summary>
    public event Action<Unsent>? HandedBack;

    public void HandBack(Unsent unsent) => HandedBack?.Invoke(unsent);

    public void Seen(long conversation, IReadOnlyList<Entry> entries)
    {
        // Deliberately not short-circuited: every entry must be looked at.
        if (entries.Count(e => Outbox.Seen(conversation, e)) > 0)
            Keep();
    }

    /// <summary>Sends whatever may go now. Called after each addition, answer and welcome.</summary>
    public void Send()
    {
        var now = _clock.NowMs();
        while (_line.Status == LineStatus.Up && Outbox.Next(now) is { } unsent)
        {
            Keep();
            _ = Send(unsent);
        }
        if (_line.Status == LineStatus.Up && Outbox.NextAt(now) is { } later)
            _ = SendLater(later - now);
    }

    private async Task Send(Unsent unsent)
    {
        var number = unsent.Number!;
        var reply = await _line.Call<Sent>(
            unsent.Note ? nameof(IAgentHub.Note) : nameof(IAgentHub.Send),
            new SendMessage(unsent.Conversation, number.Session, number.Number, unsent.Body, unsent.Attachment?.Id, unsent.ByMail));
        var now = _clock.NowMs();
        if (reply?.Value is { } sent)
            Outbox.Acknowledged(unsent, sent.Seq);
        else if (reply?.Refusal is { } refusal)
            Outbox.Refused(unsent, refusal, now);
        else
            Outbox.Lost(unsent, now);
        Keep();
        Send();
    }

    private async Task SendLater(long milliseconds)
    {
        if (_waiting)
            return;
        _waiting = true;
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), _clock);
        _waiting = false;
        Send();
    }

    private void Keep()
    {
        Changed.Raise();
        if (Outbox.All.Count == 0)
            _browser.Remove(_key);
        else
            _browser.Write(_key, JsonSerializer.Serialize(Outbox.All, OutboxJson.Default.IReadOnlyListUnsent));
    }

    private static List<Unsent> Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, OutboxJson.Default.ListUnsent) ?? [];
        }
        catch (JsonException)
        {
            // Written by a version of this page that no longer exists: nothing can be read from it.
            return [];
        }
    }
}
