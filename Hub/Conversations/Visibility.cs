using SupportHub.Shared;

namespace SupportHub.Conversations;

/// <summary>Who may see what. No internal entry ever reaches a visitor.</summary>
public static class Visibility
{
    /// <summary>As numbers, for SQL: every kind but these is public.</summary>
    public const string InternalKinds = "(1, 6, 10, 11, 13, 14, 15, 20)";

    public static bool IsInternal(this EntryKind kind) => kind is
        EntryKind.Note or EntryKind.Outcome or EntryKind.Offered or EntryKind.OfferEnded or EntryKind.MailSource or EntryKind.Delivery or EntryKind.WrittenUp or EntryKind.CallProgress
        or EntryKind.CallCorrected;
}
