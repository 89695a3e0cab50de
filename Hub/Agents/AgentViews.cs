using SupportHub.Shared;

namespace SupportHub.Agents;

public static class AgentViews
{
    public static AgentProfile ToProfile(this AgentAccount account) => new(
        account.Id,
        account.Email,
        account.FirstName,
        account.LastName,
        account.Pronoun,
        account.Picture,
        account.Role,
        account.Capacity,
        account.Language,
        account.TwoFactor,
        account.DisabledAt is not null,
        account.MailCapacity);
}
