using SupportHub.Shared;

namespace SupportHub.Sites;

/// <summary>What of a site changes by the minute.</summary>
/// <param name="Team">Who is here.</param>
/// <param name="Wait">Of a chat about a topic that begins now; none where it is not known.</param>
public sealed record SiteNow(IReadOnlyList<Person> Team, Func<long?, ExpectedWait?> Wait);
