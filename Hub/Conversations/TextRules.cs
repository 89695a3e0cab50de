using SupportHub.Shared;

namespace SupportHub.Conversations;

/// <summary>Which texts can be kept and given back unchanged.</summary>
public static class TextRules
{
    public static RefusalCode? CheckBody(string? body, Attachment? attachment)
    {
        if (string.IsNullOrWhiteSpace(body))
            return attachment is null ? RefusalCode.Empty : null;
        if (body.Length > Protocol.BodyLimit)
            return RefusalCode.TooLong;
        return IsStorable(body) ? null : RefusalCode.TextInvalid;
    }

    public static RefusalCode? CheckLines(params ReadOnlySpan<string?> lines)
    {
        foreach (var line in lines)
        {
            if (line is null)
                continue;
            if (line.Length > Protocol.LineLimit)
                return RefusalCode.TooLong;
            if (!IsStorable(line))
                return RefusalCode.TextInvalid;
        }
        return null;
    }

    /// <summary>PostgreSQL cannot store U+0000; half a surrogate pair has no UTF-8.</summary>
    private static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0')
                return false;
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsSurrogatePair(text, i) || i + 1 >= text.Length)
                return false;
            i++;
        }
        return true;
    }
}
