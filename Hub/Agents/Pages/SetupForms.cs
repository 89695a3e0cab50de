using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Agents.Pages;

/// <summary>What was typed for the first administrator.</summary>
public sealed record SetupForm
{
    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";
    public string Email { get; init; } = "";
    public string Password { get; init; } = "";
    public Pronoun Pronoun { get; init; } = Pronoun.They;

    public static SetupForm Of(IFormCollection form) => new()
    {
        FirstName = form["firstName"].ToString(),
        LastName = form["lastName"].ToString(),
        Email = form["email"].ToString(),
        Password = form["password"].ToString(),
        Pronoun = Enum.TryParse<Pronoun>(form["pronoun"], out var pronoun) && Enum.IsDefined(pronoun) ? pronoun : Pronoun.They,
    };

    public AgentEdit ToEdit(string language) => new(Email, FirstName, LastName, Pronoun, Role.Administrator, 3, language);
}

/// <summary>What was typed for the first site.</summary>
public sealed record SetupSiteForm
{
    public string Name { get; init; } = "";
    public string Address { get; init; } = "";
    public IReadOnlyList<string> Languages { get; init; } = [];

    public static SetupSiteForm Of(IFormCollection form) => new()
    {
        Name = form["name"].ToString(),
        Address = form["address"].ToString(),
        Languages = [.. form["languages"].OfType<string>()],
    };

    public SiteEdit ToEdit(string? origin) =>
        new(Name, origin is null ? null : [origin], Languages, SiteRules.DefaultColor, null, null, null);
}
