using SupportHub.Agents;
using SupportHub.Shared;

namespace SupportHub.Tests.Agents;

internal static class Given
{
    public const string Password = "quatre mots bien longs";

    public static async Task<AgentAccount> AnAgent(
        this InProcessHub hub, string firstName = "Claire", Role role = Role.Agent, string? password = Password, string language = "en")
    {
        var saved = await hub.Get<AccountDesk>().Create(Edit(firstName, role, language), password);
        return saved.Value ?? throw new InvalidOperationException(string.Join(", ", saved.Faults));
    }

    public static AgentEdit Edit(string firstName = "Claire", Role role = Role.Agent, string language = "en") =>
        new($"{firstName.ToLowerInvariant()}@example.com", firstName, "Martin", Pronoun.She, role, 3, language);
}
