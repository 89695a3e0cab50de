namespace SupportHub.Routing;

/// <summary>What a waiting customer was told of the time.</summary>
/// <param name="FromMinutes">From when it was said; on the <see cref="Ladder"/>. 1 also means sooner.</param>
/// <param name="ToMinutes">As <paramref name="FromMinutes"/>.</param>
/// <param name="SaidAt">Unix milliseconds.</param>
/// <param name="DueAt">By when somebody answers, if it is true. Unix milliseconds.</param>
/// <param name="Chance">How probable that was when it was said.</param>
/// <param name="LongerThanSaid">It takes longer than the one before said: the customer is owed an apology.</param>
public sealed record Announcement(int FromMinutes, int ToMinutes, long SaidAt, long DueAt, double Chance, bool LongerThanSaid)
{
    public bool SaysTheSame(Announcement? other) => other is not null && (FromMinutes, ToMinutes) == (other.FromMinutes, other.ToMinutes);
}
