using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Conversations;

/// <summary>Under which of our messages it says "read", and under which "sent": one each, so that a mark moving draws two stretches and not the whole timeline.</summary>
/// <param name="Read">The last of ours that the visitor saw; 0 where there is none.</param>
/// <param name="Sent">The last of ours, where the visitor did not see it yet; otherwise 0.</param>
public sealed record ReadMarks(int Read, int Sent)
{
    public static ReadMarks Of(Timeline timeline, int readByVisitor)
    {
        int read = 0, sent = 0;
        foreach (var entry in timeline.Entries)
        {
            if (entry is not { Kind: EntryKind.Message, By: AuthorKind.Agent })
                continue;
            if (entry.Seq <= readByVisitor)
                read = entry.Seq;
            else
                sent = entry.Seq;
        }
        return new ReadMarks(read, sent);
    }

    public int ReadIn(TimelineBlock block) => Within(block, Read);

    public int SentIn(TimelineBlock block) => Within(block, Sent);

    private static int Within(TimelineBlock block, int seq) => seq >= block.Entries[0].Seq && seq <= block.Entries[^1].Seq ? seq : 0;
}
