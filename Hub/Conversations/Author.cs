using SupportHub.Shared;

namespace SupportHub.Conversations;

/// <summary>Who gives a command. Id is the visitor's or the agent's; 0 for the system.</summary>
public readonly record struct Author(AuthorKind Kind, long Id)
{
    public static readonly Author System = new(AuthorKind.System, 0);

    public static Author Visitor(long id) => new(AuthorKind.Visitor, id);

    public static Author Agent(long id) => new(AuthorKind.Agent, id);

    public long? AgentId => Kind == AuthorKind.Agent ? Id : null;
}
