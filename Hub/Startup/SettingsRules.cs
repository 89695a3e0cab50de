namespace SupportHub.Startup;

/// <summary>Whether every setting that was given exists. Pure.</summary>
public static class SettingsRules
{
    /// <param name="topLevel">First parts of the names in files, on the command line and in our own environment variables.</param>
    /// <param name="inSection">Names that were given below one of our sections, wherever they come from.</param>
    /// <returns>A sentence for the first that does not exist.</returns>
    public static string? FirstUnknown(
        KnownSettings known, IEnumerable<string> topLevel, Func<string, IEnumerable<string>> inSection)
    {
        foreach (var name in topLevel)
            if (!known.TopLevel.Contains(name, StringComparer.OrdinalIgnoreCase))
                return Sentence(name, NearestName.To(name, known.TopLevel));
        foreach (var (section, names) in known.Sections)
            foreach (var name in inSection(section))
                if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
                    return Sentence($"{section}:{name}", NearestName.To(name, names) is { } near ? $"{section}:{near}" : null);
        return null;
    }

    private static string Sentence(string name, string? near) => near is null
        ? $"There is no setting \"{name}\"."
        : $"There is no setting \"{name}\"; did you mean \"{near}\"?";
}
