using SupportHub.Shared;

namespace SupportHub.Conversations;

/// <summary>Something that a person or the system wants to happen to one conversation.</summary>
public abstract record Command(Author By)
{
    /// <summary>The visitor writes the first message. It is number 1 of the session.</summary>
    public sealed record Start(Author By, long SiteId, long Session, long? TopicId, string? Topic, string Language, string Body, string? Name, string? Email)
        : Command(By), INumbered
    {
        int INumbered.Number => 1;
        string? INumbered.Body => Body;
    }

    public sealed record Say(Author By, long Session, int Number, string? Body, Attachment? Attachment) : Command(By), INumbered;

    public sealed record Note(Author By, long Session, int Number, string? Body, Attachment? Attachment) : Command(By), INumbered;

    public sealed record Introduce(Author By, string? Name, string? Email) : Command(By);

    /// <summary>The visitor leaves the queue, or ends the chat.</summary>
    public sealed record Leave(Author By) : Command(By);

    public sealed record Rate(Author By, int Score, string? Comment) : Command(By);

    /// <summary>The dispatcher gives a waiting conversation to an agent.</summary>
    public sealed record Assign(Person Agent, int ExpectedVersion) : Command(Author.System);

    /// <summary>An agent takes a waiting conversation.</summary>
    public sealed record Take(Author By, Person Agent) : Command(By);

    public sealed record HandOver(Author By, Person From, Person? ToAgent, long? ToTopicId, string? ToTopic, string Reason, bool MayOverrule) : Command(By);

    /// <summary>The agent is gone: back to the queue, at the old place.</summary>
    public sealed record GiveBack(Person From, string Reason) : Command(Author.System);

    public sealed record Resolve(Author By, string Outcome, string? Remark, bool MayOverrule) : Command(By);
}

/// <summary>A command that carries its sender's own number, so that sending it again is harmless.</summary>
public interface INumbered
{
    long Session { get; }
    int Number { get; }
    string? Body { get; }
}
