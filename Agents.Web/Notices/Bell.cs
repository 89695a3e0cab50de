using SupportHub.AgentsWeb.Connection;
using SupportHub.AgentsWeb.Conversations;
using SupportHub.AgentsWeb.Offers;
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
    private readonly OfferDesk _offers;
    private readonly ServerClock _clock;
    private long _toneAt;

    public Bell(ConversationDesk desk, Team team, Words words, Preferences preferences, Browser browser, OfferDesk offers, ServerClock clock, Beat beat)
    {
        (_desk, _team, _words, _preferences, _browser, _offers, _clock) = (desk, team, words, preferences, browser, offers, clock);
        desk.SummaryReplaced += Heard;
        desk.ListsChanged.Raised += Count;
        offers.Changed.Raised += Count;
        offers.Changed.Raised += Repeat;
        beat.Second += Repeat;
    }

    /// <summary>Where the reader is: no bell for what is being read. Set by the page.</summary>
    public long? Reading { get; set; }

    private void Heard(ConversationSummary? before, ConversationSummary now)
    {
        var t = _words.Texts;
        var name = now.CustomerName ?? t.Visitor;
        switch (BellRules.Decide(before, now, _team.Me.Person.Id, _team.Me.Presence))
        {
            case Ring.Offer:
                Notify(t.OfferFrom(name), now.Preview, now.Id);
                break;
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

    /// <summary>An offer is heard until it is answered.</summary>
    private void Repeat()
    {
        if (!OfferRules.SoundsAgain(_offers.Next is not null, _toneAt, _clock.Now))
            return;
        _toneAt = _clock.Now;
        Tone("offer");
    }

    private void Sound(string tone, string title, string? text, long conversation)
    {
        Tone(tone);
        Notify(title, text, conversation);
    }

    private void Tone(string tone)
    {
        if (_preferences.Sound)
            _browser.Do("tone", tone);
    }

    private void Notify(string title, string? text, long conversation)
    {
        if (_preferences.Notify)
            _browser.Do("notify", title, text ?? "", $"/c/{conversation}");
    }

    private void Count() =>
        _browser.Do("badge", _desk.Lists.Mine(_team.Me.Person.Id).Sum(c => c.Unread) + _offers.Shown.Count(o => !o.Over));
}
