using SupportHub.AgentsWeb.Connection;
using SupportHub.AgentsWeb.Presence;
using SupportHub.AgentsWeb.Settings;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Email;

/// <summary>The mails that wait for somebody to look at them. Nobody is told of a new one: they are asked for now and then, because none is urgent.</summary>
public sealed class AsideDesk
{
    private const int EverySeconds = 60;

    /// <summary>More than this the server does not list at once.</summary>
    public const int Most = 200;

    private readonly SettingsClient _server;
    private readonly Team _team;
    private int _seconds;
    private bool _asking;

    public AsideDesk(SettingsClient server, Team team, Beat beat)
    {
        (_server, _team) = (server, team);
        beat.Second += Tick;
        team.Changed.Raised += Begin;
    }

    /// <summary>A site of the house has a mailbox.</summary>
    public bool HasMail => _team.Sites.Any(s => s.Mail is not null);

    /// <summary>Newest first; absent until they were asked for.</summary>
    public IReadOnlyList<MailAside>? Mails { get; private set; }

    /// <summary>They could not be asked for, the last time.</summary>
    public bool Failed { get; private set; }

    public Signal Changed { get; } = new();

    public async Task Ask()
    {
        if (_asking)
            return;
        (_asking, _seconds) = (true, 0);
        var answer = await _server.Read<MailsAside>("api/mail/aside");
        (_asking, Failed) = (false, answer.Value is null);
        Mails = answer.Value?.Mails ?? Mails;
        Changed.Raise();
    }

    /// <summary>Somebody looked at it: it leaves the list and stays kept.</summary>
    public async Task<bool> LookedAt(MailAside mail)
    {
        var answer = await _server.Post<MailsAside>($"api/mail/aside/{mail.Id}/looked-at");
        // Gone: a colleague was quicker.
        if (answer.Trouble is not (Trouble.None or Trouble.Gone))
            return false;
        Mails = [.. (Mails ?? []).Where(m => m.Id != mail.Id)];
        Changed.Raise();
        return true;
    }

    private void Begin()
    {
        if (Mails is null && !Failed && HasMail)
            _ = Ask();
    }

    private void Tick()
    {
        if (++_seconds >= EverySeconds && HasMail)
            _ = Ask();
    }
}
