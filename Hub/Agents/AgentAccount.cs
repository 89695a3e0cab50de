using SupportHub.Shared;

namespace SupportHub.Agents;

/// <summary>An agent's account, without what proves who signs in.</summary>
public sealed record AgentAccount
{
    public long Id { get; init; }
    public string Email { get; init; } = "";
    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";
    public Pronoun Pronoun { get; init; }
    public string? Picture { get; init; }
    public Role Role { get; init; }

    /// <summary>Chats at once.</summary>
    public int Capacity { get; init; }

    /// <summary>E-mails that wait for an answer at once, beside the chats.</summary>
    public int MailCapacity { get; init; } = 10;
    public string Language { get; init; } = "en";

    /// <summary>Changes with whatever ends the sessions: password, role, second factor, "sign out everywhere".</summary>
    public string SecurityStamp { get; init; } = "";
    public bool TwoFactor { get; init; }
    public long? DisabledAt { get; init; }

    public Person ToPerson() => new(Id, FirstName, Picture, Pronoun);
}
