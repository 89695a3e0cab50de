using SupportHub.AgentsWeb.Connection;
using SupportHub.AgentsWeb.Conversations;
using SupportHub.AgentsWeb.Presence;
using SupportHub.AgentsWeb.Strings;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Notices;

/// <summary>Tone, notification and title for what is new and mine.</summary>
public sealed class Bell
{
    private readonly ConversationDesk _desk;
    private readonly Team _team;
    private readonly Words _words;
    private readonly Preferences _preferences;
    private readonly Browser _browser;

    public Bell(ConversationDesk desk, Team team, Words words, Preferences preferences, Browser browser)
    {
        (_desk, _team, _words, _preferences, _browser) = (desk, team, words, preferences, browser);
        desk.SummaryReplaced += Heard;
        desk.ListsChanged.Raised += Count;
    }

    /// <summary>Where the reader is: no bell for what is being read. Set by the page.</summary>
    public long? Reading { get; set; }

    private void Heard(ConversationSummary? before, ConversationSummary now)
    {
        var t = _words.Texts;
        var name = now.CustomerName ?? t.Visitor;
        switch (BellRules.Decide(before, now, _team.Me.Person.Id, _team.Me.Presence))
        {
            case Ring.NewForMe when !IsRead(now.Id):
                Sound("offer", t.NewForYou(name), now.Preview, now.Id);
                break;
            case Ring.Message when !IsRead(now.Id):
                Sound("message", t.Says(name), now.Preview, now.Id);
                break;
            case Ring.Waiting:
                Sound("message", t.NewWaiting, now.Preview, now.Id);
                break;
        }
    }

    private bool IsRead(long conversation) => Reading == conversation && _browser.Ask<bool>("isLookedAt");

    private void Sound(string tone, string title, string? text, long conversation)
    {
        if (_preferences.Sound)
            _browser.Do("tone", tone);
        if (_preferences.Notify)
            _browser.Do("notify", title, text ?? "", $"/c/{conversation}");
    }

    private void Count() =>
        _browser.Do("badge", _desk.Lists.Mine(_team.Me.Person.Id).Sum(c => c.Unread));
}
