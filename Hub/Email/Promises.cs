using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Email.Mailboxes;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Sites.Hours;

namespace SupportHub.Email;

/// <summary>Until when a customer who writes by mail has an answer: from the topic's hours, what is promised for it, and how long it really took lately.</summary>
public sealed class Promises(SiteDirectory sites, MailboxDirectory mailboxes, AgentDirectory agents, Confirmations confirmations, AnswerTimes answers, TimeProvider clock)
{
    /// <param name="knownBy">The agent who is expected to answer.</param>
    /// <param name="from">Network address of who asks; absent for a mail.</param>
    /// <param name="acknowledge">Whether a mail shall tell the customer so, if no limit is reached.</param>
    /// <returns>None where the site has no mailbox.</returns>
    public async Task<ByMail?> Make(long siteId, long? topic, string language, string address, long? knownBy, string? from, string? subject = null, bool acknowledge = true)
    {
        if (sites.ById(siteId) is not { } site || mailboxes.Of(siteId) is null)
            return null;
        var nowMs = clock.NowMs();
        var answerBy = Until(site.Hours, topic, answers.Of(siteId, topic), nowMs);
        var agent = knownBy is { } id ? agents.Find(id)?.FirstName : null;
        return new ByMail(
            address, answerBy, MailWords.Promise(agent, answerBy, nowMs, site.Hours.Plan.TimeZone!, language), subject,
            acknowledge && await confirmations.May(address, from, siteId, nowMs));
    }

    /// <summary>The end of the promised delay, in open time, up to the next quarter of an hour.</summary>
    internal static long? Until(SiteHours hours, long? topic, MeasuredAnswers? measured, long nowMs)
    {
        const long Quarter = 15 * 60_000;
        var mail = hours.Of(topic, ChannelKind.Email);
        return mail.Opening.After(nowMs, AnswerRules.Promised(mail.AnswerMinutes, measured) * 60_000L) is { } until ? (until + Quarter - 1) / Quarter * Quarter : null;
    }
}
