using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Settings.Routing;

/// <summary>Where one hold message stands.</summary>
public sealed record HoldSlot(HoldKind Kind, long? TopicId, string Language);

public enum HoldSource
{
    BuiltIn,

    /// <summary>The site's words for all topics.</summary>
    Site,
    Own,
}

/// <summary>A site's hold messages while they are being changed: what was typed in one place is still there after a look at another.</summary>
public sealed class HoldDrafts(HoldSettings saved)
{
    private readonly Dictionary<HoldSlot, string> _typed = [];

    public HoldSettings Saved { get; private set; } = saved;

    public bool Any => _typed.Count > 0;

    /// <summary>What is to be saved. Words that are those without it anyway are taken back instead.</summary>
    public IReadOnlyList<(HoldSlot Slot, HoldEdit Edit)> Edits =>
        [.. _typed.Select(t => (t.Key, new HoldEdit(t.Key.Kind, t.Key.TopicId, t.Key.Language, t.Value.Trim() == Inherited(t.Key) ? "" : t.Value)))];

    public string Text(HoldSlot slot) => _typed.GetValueOrDefault(slot) ?? Own(slot) ?? Inherited(slot);

    public string? Own(HoldSlot slot) =>
        Saved.Messages.FirstOrDefault(m => m.Kind == slot.Kind && m.TopicId == slot.TopicId && m.Language == slot.Language)?.Text;

    /// <summary>What is said where this place has no words of its own.</summary>
    public string Inherited(HoldSlot slot) =>
        (slot.TopicId is null ? null : Own(slot with { TopicId = null })) ?? Default(slot)?.Text ?? "";

    public HoldSource Source(HoldSlot slot)
    {
        if (Text(slot).Trim() is { Length: > 0 } text && text != Inherited(slot))
            return HoldSource.Own;
        return slot.TopicId is not null && Own(slot with { TopicId = null }) is not null ? HoldSource.Site : HoldSource.BuiltIn;
    }

    public IReadOnlyList<string> Placeholders(HoldSlot slot) => Default(slot)?.Placeholders ?? [];

    public void Type(HoldSlot slot, string text)
    {
        if (text == (Own(slot) ?? Inherited(slot)))
            _typed.Remove(slot);
        else
            _typed[slot] = text;
    }

    public void Keep(HoldSlot slot, HoldSettings saved)
    {
        _typed.Remove(slot);
        Saved = saved;
    }

    private HoldDefault? Default(HoldSlot slot) => Saved.Defaults.FirstOrDefault(d => d.Kind == slot.Kind && d.Language == slot.Language);
}
