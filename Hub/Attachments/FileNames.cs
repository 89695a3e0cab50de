using SupportHub.Shared;

namespace SupportHub.Attachments;

/// <summary>A file's name as people see it: no path, nothing invisible, not too long. Never used as a path here.</summary>
public static class FileNames
{
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var visible = string.Concat(last.EnumerateRunes().Where(r => System.Text.Rune.GetUnicodeCategory(r) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format)).Select(r => r.ToString())).Trim();
        if (visible.Length == 0)
            return "file";
        if (visible.Length <= Protocol.LineLimit)
            return visible;
        var cut = visible[^Protocol.LineLimit..];
        return char.IsLowSurrogate(cut[0]) ? cut[1..] : cut;
    }
}
