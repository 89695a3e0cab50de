using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Offers;

/// <summary>An offer as it stands at the foot of the list.</summary>
/// <param name="Since">When this page first saw it ring, by the server's clock.</param>
/// <param name="Over">It rings no more, and stays only because somebody points at it.</param>
public sealed record ShownOffer(ConversationSummary Summary, long Since, bool Over);
