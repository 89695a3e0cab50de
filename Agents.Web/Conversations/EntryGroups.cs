using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Conversations;

/// <summary>Messages of one person within three minutes stand together, with one name and time below the last.</summary>
public static class EntryGroups
{
    private const long TogetherMs = 3 * 60_000;

    public static bool Continues(Entry? before, Entry? after) =>
        before is not null && after is not null
        && before.Kind == after.Kind && (after.Kind is EntryKind.Message or EntryKind.Note)
        && before.By == after.By && before.AgentId == after.AgentId
        && after.At - before.At < TogetherMs;
}
