using Microsoft.AspNetCore.Components;
using SupportHub.AgentsWeb.Connection;
using SupportHub.AgentsWeb.Conversations;
using SupportHub.AgentsWeb.Notices;
using SupportHub.AgentsWeb.Presence;
using SupportHub.AgentsWeb.Strings;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Offers;

/// <summary>The offers that ring at this agent, and the answers to them.</summary>
public sealed class OfferDesk
{
    private readonly ConversationDesk _conversations;
    private readonly Team _team;
    private readonly ServerClock _clock;
    private readonly Line _line;
    private readonly Toasts _toasts;
    private readonly Words _words;
    private readonly NavigationManager _here;
    private readonly Browser _browser;

    // The answer is on its way: the card goes at once, and comes back only where nobody heard it.
    private readonly HashSet<(long Conversation, long? Until)> _answered = [];
    private bool _held;

    public OfferDesk(ConversationDesk conversations, Team team, ServerClock clock, Line line, Toasts toasts, Words words, NavigationManager here, Browser browser, Beat beat)
    {
        (_conversations, _team, _clock, _line, _toasts, _words, _here, _browser) = (conversations, team, clock, line, toasts, words, here, browser);
        conversations.ListsChanged.Raised += Look;
        beat.Second += Look;
    }

    /// <summary>From top to bottom.</summary>
    public IReadOnlyList<ShownOffer> Shown { get; private set; } = [];

    /// <summary>The one that the keys answer: the lowest, which rang first.</summary>
    public ConversationSummary? Next => Shown.LastOrDefault(o => !o.Over)?.Summary;

    public Signal Changed { get; } = new();

    public bool RingsHere(ConversationSummary? summary) => summary is not null && Shown.Any(o => !o.Over && o.Summary.Id == summary.Id);

    /// <summary>Somebody points at the stack or works in it.</summary>
    public void Hold(bool held)
    {
        _held = held;
        Look();
    }

    public async Task Accept(ConversationSummary offer)
    {
        if (!await Answer(offer, nameof(IAgentHub.Accept), offer.Id))
            return;
        _here.NavigateTo($"/c/{offer.Id}");
        _browser.Focus(".composer textarea");
    }

    public Task Decline(ConversationSummary offer, string? reason) =>
        Answer(offer, nameof(IAgentHub.Decline), new DeclineOffer(offer.Id, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()));

    private async Task<bool> Answer(ConversationSummary offer, string method, object argument)
    {
        var answered = (offer.Id, offer.OfferUntil);
        if (!_answered.Add(answered))
            return false;
        Look();
        var reply = await _line.Call<Done>(method, argument);
        if (reply is null)
            _answered.Remove(answered);
        if (reply?.Value is null)
            _toasts.Regret(_words.Texts.Refusal(reply?.Refusal?.Code));
        Look();
        return reply?.Value is not null;
    }

    private void Look()
    {
        var now = _clock.Now;
        _answered.RemoveWhere(a => a.Until <= now);
        var ringing = OfferRules.RingingAt(_team.Me.Person.Id, _conversations.Lists.Queue, now);
        var before = Shown;
        Shown = OfferRules.Arrange(
            [.. before.Where(o => !_answered.Contains((o.Summary.Id, o.Summary.OfferUntil)))],
            [.. ringing.Where(c => !_answered.Contains((c.Id, c.OfferUntil)))],
            _held,
            now);
        // A card that went under the pointer takes the word with it that the pointer left.
        _held &= Shown.Count > 0;
        if (!Shown.SequenceEqual(before))
            Changed.Raise();
    }
}
