using System.Threading.Channels;

namespace SupportHub.Lab.Phone.Network;

/// <summary>One leg: the network and one phone. Twilio's words for its status, because they go out as they are.</summary>
public sealed class Call(string sid, string to, string from, CallPlan plan, Call? parent, DateTimeOffset created)
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _over = new();
    private readonly TaskCompletionSource<Pickup> _pickup = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Heard> _heard = [];
    private TaskCompletionSource<Uri> _redirect = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _sequence;

    public string Sid { get; } = sid;
    public string To { get; } = to;
    public string From { get; } = from;
    public CallPlan Plan { get; } = plan;

    /// <summary>Whose <c>Dial</c> this leg is.</summary>
    public Call? Parent { get; } = parent;
    public string Direction => Parent is null ? "outbound-api" : "outbound-dial";
    public DateTimeOffset Created { get; } = created;
    public string Status { get; private set; } = "queued";
    public DateTimeOffset? Answered { get; private set; }
    public DateTimeOffset? Ended { get; private set; }
    public string? AnsweredBy { get; private set; }

    /// <summary>Whom this leg is talking with.</summary>
    public Call? With { get; set; }

    /// <summary>What is pressed on the phone.</summary>
    public Channel<char> Keys { get; } = Channel.CreateUnbounded<char>();

    /// <summary>Somebody hung up, or the network did.</summary>
    public CancellationToken Over => _over.Token;

    public Task<Pickup> Picked => _pickup.Task;

    public Task<Uri> Redirected
    {
        get
        {
            lock (_gate)
                return _redirect.Task;
        }
    }

    public bool IsOver => Ended is not null;

    public int? Seconds => Ended is { } ended && Answered is { } answered ? (int)(ended - answered).TotalSeconds : null;

    /// <summary>What was said into the phone, in its order.</summary>
    public IReadOnlyList<Heard> Said
    {
        get
        {
            lock (_gate)
                return [.. _heard];
        }
    }

    /// <summary>Numbers the reports of this leg, from 0.</summary>
    public int NextSequence() => Interlocked.Increment(ref _sequence) - 1;

    public void Rings() => Status = "ringing";

    /// <returns>False where it is too late.</returns>
    public bool Pick(Pickup pickup) => Status == "ringing" && _pickup.TrySetResult(pickup);

    public void Begin(Pickup pickup, DateTimeOffset at) => (Status, Answered, AnsweredBy) = ("in-progress", at, pickup == Pickup.Voicemail ? "machine_start" : Plan.DetectsMachine ? "human" : null);

    public void Hear(Heard heard)
    {
        lock (_gate)
            _heard.Add(heard);
    }

    public void Redirect(Uri url)
    {
        lock (_gate)
            _redirect.TrySetResult(url);
    }

    /// <summary>The next redirection is another one.</summary>
    public void Followed()
    {
        lock (_gate)
            _redirect = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void HangUp() => _over.Cancel();

    public void Finish(string status, DateTimeOffset at) => (Status, Ended, With) = (status, at, null);
}

/// <summary>How a call is to be made and reported on.</summary>
public sealed record CallPlan
{
    /// <summary>Answers with TwiML; null for a leg that is connected as it is.</summary>
    public WebhookAddress? Voice { get; init; }

    public WebhookAddress? Status { get; init; }

    /// <summary>Which reports are wanted: initiated, ringing, answered, completed.</summary>
    public IReadOnlyCollection<string> Events { get; init; } = ["completed"];

    public TimeSpan Rings { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan Limit { get; init; } = TimeSpan.FromHours(4);

    public bool DetectsMachine { get; init; }

    /// <summary>Hears whether a machine answered, where that is found out beside the call.</summary>
    public WebhookAddress? Machine { get; init; }
}

public sealed record WebhookAddress(Uri Url, string Method = "POST");

/// <summary>What a person, or the voicemail in their place, does with a phone that rings.</summary>
public enum Pickup
{
    ByPerson,
    Voicemail,
    Declined,
}

/// <param name="Language">Of the voice, BCP 47; null for what is no speech.</param>
public sealed record Heard(string? Language, string Text);
