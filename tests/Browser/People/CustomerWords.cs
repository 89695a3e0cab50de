namespace SupportHub.Tests.People;

/// <summary>What a customer reads on the widget's controls.</summary>
public sealed record CustomerWords
{
    public required string Open { get; init; }
    public required string Topic { get; init; }
    public required string Name { get; init; }
    public required string Message { get; init; }
    public required string Send { get; init; }
    public required string Attach { get; init; }
    public required string Sent { get; init; }
    public required string Read { get; init; }
    public required string Place { get; init; }
    public required string Closed { get; init; }

    public static CustomerWords French { get; } = new()
    {
        Open = "Discuter avec", Topic = "Sujet", Name = "Votre prénom", Message = "Votre message", Send = "Envoyer", Attach = "Joindre un fichier",
        Sent = "Envoyé", Read = "Lu", Place = "Votre place", Closed = "a clos la conversation",
    };

    public static CustomerWords English { get; } = new()
    {
        Open = "Chat with", Topic = "What is it about?", Name = "Your first name", Message = "Your message", Send = "Send", Attach = "Attach a file",
        Sent = "Sent", Read = "Read", Place = "Your place", Closed = "closed the conversation",
    };
}
