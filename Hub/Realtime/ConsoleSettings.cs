using SupportHub.Agents;
using SupportHub.Callbacks.Lines;
using SupportHub.Email.Mailboxes;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Realtime;

/// <summary>What every console holds of the settings: in the welcome, and pushed whole when it changes.</summary>
public sealed class ConsoleSettings(SiteDirectory sites, CannedReplyDirectory cannedReplies, MailboxDirectory mailboxes, LineDirectory lines)
{
    public SettingsPush Current =>
        new([.. sites.All.Select(s => new SiteBrief(s.Id, s.Name, s.Color, s.Topics, mailboxes.Of(s.Id)?.Address, lines.Of(s.Id) is not null))], cannedReplies.All);

    /// <summary>One of them is another now.</summary>
    public event Action Changed
    {
        add
        {
            sites.Changed += value;
            cannedReplies.Changed += value;
            mailboxes.Changed += value;
            lines.Changed += value;
        }
        remove
        {
            sites.Changed -= value;
            cannedReplies.Changed -= value;
            mailboxes.Changed -= value;
            lines.Changed -= value;
        }
    }
}
