using Microsoft.AspNetCore.Components;
using SupportHub.AgentsWeb.Calls.Board;
using SupportHub.AgentsWeb.Connection;
using SupportHub.AgentsWeb.Conversations;
using SupportHub.AgentsWeb.Email;
using SupportHub.AgentsWeb.Notices;
using SupportHub.AgentsWeb.Offers;
using SupportHub.AgentsWeb.Presence;
using SupportHub.AgentsWeb.Strings;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Palette;

/// <summary>What can be reached from the palette now.</summary>
public sealed class PaletteContents(
    ConversationDesk conversations,
    Team team,
    Desk desk,
    OfferDesk offers,
    Words words,
    Preferences preferences,
    Shortcuts shortcuts,
    ServerClock clock,
    AsideDesk aside,
    NavigationManager here)
{
    public IEnumerable<PaletteEntry> All() => [.. Actions(), .. GoTo(), .. PresenceChoices(), .. Appearance()];

    private IEnumerable<PaletteEntry> Actions()
    {
        var t = words.Texts;
        var looking = here.ToBaseRelativePath(here.Uri).Split('/', '?') is ["c", var id, ..] && long.TryParse(id, out var open) ? conversations.Find(open)?.Summary : null;
        if (offers.Next is { } offer)
        {
            yield return Key(t.Actions, "bell", t.AcceptWhom(offer.CustomerName ?? t.Visitor), "A");
            yield return Key(t.Actions, "close", t.DeclineWhom(offer.CustomerName ?? t.Visitor), "D");
        }
        if (WrapUpRules.Until(team.Me, clock.Now) is not null)
            yield return Key(t.Actions, "check", t.KeyReady, "F");
        switch (Standings.Of(looking, team.Me.Person.Id))
        {
            case Standing.Waiting when offers.Next is null:
                yield return Key(t.Actions, "take", t.Take, "A");
                break;
            case Standing.Mine:
                yield return Key(t.Actions, "reply", t.Reply, "R");
                yield return Key(t.Actions, "transfer", t.Transfer, "T");
                yield return Key(t.Actions, "resolve", t.Resolve, "E");
                break;
        }
        if (looking is not null)
            yield return Key(t.Actions, "note", t.NoteLabel, "N");
        yield return Key(t.Actions, "search", t.SearchPlaceholder, "/");
        yield return Key(t.Actions, "keyboard", t.KeysAll, "?");
    }

    private IEnumerable<PaletteEntry> GoTo()
    {
        var t = words.Texts;
        var me = team.Me.Person.Id;
        foreach (var c in conversations.Lists.Mine(me).Concat(conversations.Lists.Queue).Concat(conversations.Lists.Others(me)))
        {
            var state = c.Status == ConversationStatus.Waiting ? t.StatusWaiting : c.AgentId == me ? null : t.WithAgent(team.Person(c.AgentId)?.FirstName ?? "?");
            yield return new PaletteEntry(t.GoTo, "chat", c.CustomerName ?? t.Visitor, state ?? c.Preview, null, () => here.NavigateTo($"/c/{c.Id}"));
        }
        if (aside.HasMail)
            yield return new PaletteEntry(t.GoTo, "mail", MailTexts.In(t.Tag).Aside, $"{aside.Mails?.Count ?? 0}", null, () => here.NavigateTo("/mails"));
        if (team.Calls)
            yield return new PaletteEntry(t.GoTo, "phone", BoardTexts.In(t.Tag).Title, null, "C", () => here.NavigateTo("/calls"));
        if (team.Me.Role >= Role.Supervisor)
            yield return new PaletteEntry(t.GoTo, "chart", t.WaitingReport, null, "W", () => here.NavigateTo("/reports/waiting"));
        if (team.Me.Role == Role.Administrator)
            yield return new PaletteEntry(t.GoTo, "settings", t.Settings, null, null, () => here.NavigateTo("/settings"));
    }

    private IEnumerable<PaletteEntry> PresenceChoices()
    {
        var t = words.Texts;
        foreach (var presence in new[] { Shared.Presence.Online, Shared.Presence.Away, Shared.Presence.Finishing, Shared.Presence.Offline })
            if (team.Known && presence != team.Me.Presence)
                yield return new PaletteEntry(t.PresenceLabel, "people", t.Presence(presence), null, null, () => _ = desk.SetPresence(presence));
    }

    private IEnumerable<PaletteEntry> Appearance()
    {
        var t = words.Texts;
        yield return new PaletteEntry(t.Appearance, "sun", t.ThemeLight, null, null, () => preferences.ChooseTheme("light"));
        yield return new PaletteEntry(t.Appearance, "moon", t.ThemeDark, null, null, () => preferences.ChooseTheme("dark"));
        yield return new PaletteEntry(t.Appearance, "system", t.ThemeSystem, null, null, () => preferences.ChooseTheme("system"));
        yield return new PaletteEntry(t.Appearance, "language", t.Tag == "fr" ? t.LanguageEn : t.LanguageFr, null, null, () => words.Choose(t.Tag == "fr" ? "en" : "fr"));
        yield return new PaletteEntry(t.Appearance, preferences.Sound ? "mute" : "sound", preferences.Sound ? t.SoundOff : t.SoundOn, null, null, () => preferences.ChooseSound(!preferences.Sound));
    }

    private PaletteEntry Key(string group, string icon, string title, string key) =>
        new(group, icon, title, null, key, () => shortcuts.Press(key.ToLowerInvariant()));
}
