namespace SupportHub.Sites.Hours;

/// <summary>Whether what is written about a topic is read now.</summary>
/// <param name="OpensAt">Unix milliseconds, where it is closed.</param>
public readonly record struct HoursNow(long? OpensAt)
{
    public bool OpenNow => OpensAt is null;
}
