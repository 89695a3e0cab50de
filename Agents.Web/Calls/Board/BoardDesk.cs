using SupportHub.AgentsWeb.Connection;
using SupportHub.AgentsWeb.Conversations;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Calls.Board;

/// <summary>The board for as long as it is looked at: read anew soon after a push that concerns it, and when a minute is over, because booked times come.</summary>
public sealed class BoardDesk : IDisposable
{
    private static readonly TimeSpan Gathered = TimeSpan.FromMilliseconds(400);
    private readonly Line _line;
    private readonly ConversationDesk _conversations;
    private readonly ServerClock _clock;
    private readonly TimeProvider _time;
    private readonly Beat _beat;
    private long _minute;
    private bool _asking;
    private bool _again;
    private bool _soon;
    private bool _gone;

    public BoardDesk(Line line, ConversationDesk conversations, ServerClock clock, TimeProvider time, Beat beat)
    {
        (_line, _conversations, _clock, _time, _beat) = (line, conversations, clock, time, beat);
        _conversations.SummaryReplaced += Follow;
        _line.Changed.Raised += LineChanged;
        _beat.Second += Tick;
    }

    public Signal Changed { get; } = new();

    /// <summary>Null: not read yet.</summary>
    public CallBoard? Board { get; private set; }
    public bool Failed { get; private set; }

    /// <summary>0 is today, 1 is tomorrow.</summary>
    public int Ahead { get; private set; }
    public long? Site { get; private set; }

    public void Choose(int ahead, long? site)
    {
        if (Board is not null && (ahead, site) != (Ahead, Site))
            Board = null;
        (Ahead, Site) = (ahead, site);
        _ = Ask();
    }

    /// <summary>One question at a time; what changes meanwhile is asked for once more. While the line is down nothing is asked: it is when it is up again.</summary>
    public async Task Ask()
    {
        if (_line.Status != LineStatus.Up)
            return;
        if (_asking)
        {
            _again = true;
            return;
        }
        _asking = true;
        do
        {
            _again = false;
            var (ahead, site) = (Ahead, Site);
            var (from, until) = BoardRules.Day(_clock.Now, ahead, TimeZoneInfo.Local);
            var reply = await _line.Call<CallBoard>(nameof(IAgentHub.CallBoard), new AskCallBoard(from, until, site));
            if ((ahead, site) != (Ahead, Site))
                continue;
            (Board, Failed) = (reply?.Value ?? Board, reply?.Value is null);
            Changed.Raise();
        }
        while (_again && !_gone);
        _asking = false;
    }

    public void Dispose()
    {
        _gone = true;
        _conversations.SummaryReplaced -= Follow;
        _line.Changed.Raised -= LineChanged;
        _beat.Second -= Tick;
    }

    private void Follow(ConversationSummary? before, ConversationSummary after)
    {
        if (BoardRules.Concerns(before, after))
            _ = AskSoon();
    }

    private async Task AskSoon()
    {
        if (_soon)
            return;
        _soon = true;
        await Task.Delay(Gathered, _time);
        _soon = false;
        if (!_gone)
            await Ask();
    }

    private void LineChanged() => _ = Ask();

    private void Tick()
    {
        var minute = _clock.Now / 60_000;
        if (minute == _minute)
            return;
        var first = _minute == 0;
        _minute = minute;
        if (!first)
            _ = Ask();
    }
}
