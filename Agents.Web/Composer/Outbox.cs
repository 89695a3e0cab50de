using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Composer;

/// <summary>
/// What this page wrote and the server has not acknowledged. A number is given when a message is first sent, one message per conversation
/// at a time: so a refused message leaves no gap, and one whose answer was lost is sent again as the same number, which is harmless.
/// </summary>
public sealed class Outbox(long session, Func<long> newSession)
{
    private readonly List<Unsent> _unsent = [];
    private readonly List<Unsent> _acknowledged = [];
    private readonly Dictionary<long, MessageNumber> _last = [];
    private const int Shown = 50;
    private long _nextKey = 1;

    public IReadOnlyList<Unsent> All => _unsent;

    /// <summary>What the conversation's timeline lacks as long as it ends at <paramref name="last"/>: what was acknowledged beyond that, then what is unsent.</summary>
    public IEnumerable<Unsent> Of(long conversation, int last) =>
        _acknowledged.Where(u => u.Conversation == conversation && u.Seq > last).Concat(_unsent.Where(u => u.Conversation == conversation));

    public Unsent Add(long conversation, bool note, string? body, Attachment? attachment, long now, bool byMail = false)
    {
        var unsent = new Unsent(_nextKey++, conversation, note, body, attachment, now) { ByMail = byMail };
        _unsent.Add(unsent);
        return unsent;
    }

    /// <summary>What a page that is gone left behind goes out first.</summary>
    public void Adopt(IEnumerable<Unsent> left) =>
        _unsent.InsertRange(0, left.Select(u => u with { Key = _nextKey++ }).ToList());

    /// <summary>Takes the next message to send now, or null. It is in flight until it is acknowledged, seen, refused or lost.</summary>
    public Unsent? Next(long now)
    {
        var busy = _unsent.Where(u => u.InFlight).Select(u => u.Conversation).ToHashSet();
        foreach (var unsent in _unsent)
        {
            // One that failed waits for its author; those behind it go on without it.
            if (unsent.Failure is not null || !busy.Add(unsent.Conversation) || unsent.NotBefore > now)
                continue;
            return Put(unsent with { Number = unsent.Number ?? NextNumber(unsent.Conversation), InFlight = true });
        }
        return null;
    }

    /// <summary>When the next message that is held back may go; null where none is.</summary>
    public long? NextAt(long now) =>
        _unsent.Where(u => u.Failure is null && !u.InFlight && u.NotBefore > now).Min(u => (long?)u.NotBefore);

    public void Acknowledged(Unsent unsent, int seq)
    {
        if (Find(unsent.Key) is not { } held)
            return;
        Settle(held);
        _acknowledged.RemoveAll(u => u.Conversation == unsent.Conversation && u.Seq < seq - Shown);
        _acknowledged.Add(held with { Seq = seq, InFlight = false });
    }

    /// <summary>The sender's own entry came back: as good as the acknowledgement, which may have been lost.</summary>
    public bool Seen(long conversation, Entry entry)
    {
        if (entry.Session is not { } from || entry.Number is not { } number)
            return false;
        var own = _unsent.Find(u => u.Conversation == conversation && u.Number == new MessageNumber(from, number));
        if (own is not null)
            Settle(own);
        return own is not null;
    }

    /// <summary>No answer came: it may be stored or not, so it keeps its number.</summary>
    public void Lost(Unsent unsent, long now) => Change(unsent.Key, u => u with { InFlight = false, NotBefore = now + 500 });

    public void Refused(Unsent unsent, Refusal refusal, long now)
    {
        if (refusal.Code is RefusalCode.NumberGap or RefusalCode.NumberReused)
        {
            _last[unsent.Conversation] = new MessageNumber(newSession(), 0);
            Change(unsent.Key, u => u with { InFlight = false, Number = null });
        }
        else if (refusal.RetryAfterMs is not null || refusal.Code is RefusalCode.HelloFirst or RefusalCode.Busy or RefusalCode.TooFast)
        {
            Change(unsent.Key, u => u with { InFlight = false, NotBefore = now + Math.Max(100, refusal.RetryAfterMs ?? 1_000) });
        }
        else
        {
            // Nothing was stored, so its number is free for the next.
            Change(unsent.Key, u => u with { InFlight = false, Number = null, Failure = refusal.Code });
        }
    }

    public void Retry(long key) => Change(key, u => u with { Failure = null, NotBefore = 0 });

    /// <summary>Takes a message back; null where it is on its way and can't be.</summary>
    public Unsent? TakeBack(long key)
    {
        var held = Find(key);
        if (held is null or { InFlight: true })
            return null;
        _unsent.Remove(held);
        return held;
    }

    private void Settle(Unsent stored)
    {
        _unsent.RemoveAll(u => u.Key == stored.Key);
        if (stored.Number is { } number && LastNumber(stored.Conversation) is var last && last.Session == number.Session && number.Number > last.Number)
            _last[stored.Conversation] = number;
    }

    private MessageNumber NextNumber(long conversation)
    {
        var last = LastNumber(conversation);
        return last with { Number = last.Number + 1 };
    }

    private MessageNumber LastNumber(long conversation) => _last.GetValueOrDefault(conversation) ?? new MessageNumber(session, 0);

    private Unsent? Find(long key) => _unsent.Find(u => u.Key == key);

    private void Change(long key, Func<Unsent, Unsent> change)
    {
        if (Find(key) is { } held)
            Put(change(held));
    }

    private Unsent Put(Unsent unsent) => _unsent[_unsent.FindIndex(u => u.Key == unsent.Key)] = unsent;
}
