using System.Globalization;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Settings;

/// <summary>An account while it is being changed.</summary>
public sealed class PersonDraft
{
    public string Email { get; set; } = "";
    public string FirstName { get; set; } = "";
    public string LastName { get; set; } = "";
    public Pronoun Pronoun { get; set; } = Pronoun.They;
    public Role Role { get; set; } = Role.Agent;
    public string Capacity { get; set; } = "3";
    public string MailCapacity { get; set; } = "10";
    public string Language { get; set; } = "en";

    public static PersonDraft Of(AgentProfile agent) => new()
    {
        Email = agent.Email,
        FirstName = agent.FirstName,
        LastName = agent.LastName,
        Pronoun = agent.Pronoun,
        Role = agent.Role,
        Capacity = agent.Capacity.ToString(CultureInfo.InvariantCulture),
        MailCapacity = agent.MailCapacity.ToString(CultureInfo.InvariantCulture),
        Language = agent.Language,
    };

    /// <summary>What is no number becomes one that the server refuses with the sentence that fits.</summary>
    public AgentEdit ToEdit() => new(Email, FirstName, LastName, Pronoun, Role,
        Number(Capacity), Language, Number(MailCapacity));

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
