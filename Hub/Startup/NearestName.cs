namespace SupportHub.Startup;

/// <summary>Finds what somebody meant who misspelt a name.</summary>
public static class NearestName
{
    /// <returns>The closest of the names, or null where none is close.</returns>
    public static string? To(string typed, IEnumerable<string> names)
    {
        var (name, distance) = names
            .Select(n => (Name: n, Distance: Distance(typed.ToUpperInvariant(), n.ToUpperInvariant())))
            .DefaultIfEmpty((Name: "", Distance: int.MaxValue))
            .MinBy(n => n.Distance);
        // What shares no letter with a name is no slip of it, however short both are.
        return distance <= Math.Max(2, typed.Length / 3) && distance < typed.Length ? name : null;
    }

    /// <summary>Insertions, deletions, changed letters and swapped neighbours (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }
}
