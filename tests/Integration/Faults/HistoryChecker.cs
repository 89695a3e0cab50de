namespace SupportHub.Integration.Faults;

/// <summary>Compares what was promised with what is there. Pure, so that it can be shown to catch planted faults.</summary>
public static class HistoryChecker
{
    /// <param name="acked">Per sender, in the order of its numbers: number, text and the seq that was answered.</param>
    /// <param name="timeline">What a reader who sees everything finds now: seq and text, in the order it is given.</param>
    public static IReadOnlyList<string> Check(
        IEnumerable<IReadOnlyList<(int Number, string Body, int Seq)>> acked, IReadOnlyList<(int Seq, string? Body)> timeline)
    {
        List<string> faults = [];
        for (var i = 0; i < timeline.Count; i++)
            if (timeline[i].Seq != i + 1)
            {
                faults.Add($"seq {timeline[i].Seq} where {i + 1} was due: not dense, or not in order");
                break;
            }
        foreach (var twice in timeline.Where(e => e.Body is not null).CountBy(e => e.Body!).Where(c => c.Value > 1))
            faults.Add($"'{twice.Key}' is there {twice.Value} times");
        foreach (var sender in acked)
        {
            var lastSeq = 0;
            foreach (var (number, body, seq) in sender)
            {
                var at = timeline.FirstOrDefault(e => e.Body == body);
                if (at.Body is null)
                    faults.Add($"'{body}' was acknowledged and is lost");
                else if (at.Seq != seq)
                    faults.Add($"'{body}' was acknowledged as seq {seq} and is seq {at.Seq}");
                else if (at.Seq <= lastSeq)
                    faults.Add($"'{body}' stands before the one that was sent before it");
                lastSeq = Math.Max(lastSeq, at.Seq);
            }
        }
        return faults;
    }
}
