using SupportHub.Lab.Phone;
using SupportHub.Shared;

namespace SupportHub.Lab;

/// <summary>Who and what the Lab starts with: the invented company's people, topics and ready answers.</summary>
public static class LabWorld
{
    public const string Company = "Hébergeur du Rhin";
    public const string Phone = "01 84 80 00 00";
    public const string Color = "#0f6b5c";

    /// <summary>For the Lab alone, and printed at its start.</summary>
    public const string Password = "rhin-strasbourg-2026";

    public static IReadOnlyList<LabPerson> People { get; } =
    [
        new("claire", "Claire", "Muller", Pronoun.She, Role.Agent, 3),
        new("arnaud", "Arnaud", "Schmitt", Pronoun.He, Role.Agent, 3),
        // A supervisor who also looks after the settings, so that the Lab shows them.
        new("helene", "Hélène", "Weber", Pronoun.She, Role.Administrator, 3),
    ];

    public static IReadOnlyList<Dictionary<string, string>> Topics { get; } =
    [
        new() { ["fr"] = "Hébergement", ["en"] = "Hosting" },
        new() { ["fr"] = "Domaines", ["en"] = "Domains" },
        new() { ["fr"] = "Facturation", ["en"] = "Billing" },
        new() { ["fr"] = "Devis et commandes", ["en"] = "Quotes and orders" },
    ];

    /// <summary>The account at the Lab's own telephone network; like the password, of no use anywhere else.</summary>
    public const string PhoneAccount = "AC00000000000000000000000000001ab1";

    public const string PhoneToken = "only-on-this-machine";

    /// <summary>The company's number, which customers see when they are called.</summary>
    public const string CallsFrom = "+33184800000";

    /// <summary>In the order of <see cref="People"/>.</summary>
    public static IReadOnlyList<string> AgentPhones { get; } = ["+33612000001", "+33612000002", "+33612000003"];

    public static IReadOnlyList<LabPhonePerson> Telephones { get; } =
        [.. People.Zip(AgentPhones, (person, number) => new LabPhonePerson(number, person.FirstName)), new("+33612345678", "Lucie, cliente")];

    public const string MailAddress = "bonjour@rhin.example";

    /// <summary>Which topic, by its place in the list, and language mail to an address is about.</summary>
    public static IReadOnlyList<(string Address, int Topic, string Language)> MailAliases { get; } =
    [
        .. from topic in new[] { "hosting", "domains", "billing", "orders" }.Index()
           from language in new[] { "fr", "en" }
           select ($"{topic.Item}-{language}@rhin.example", topic.Index, language),
    ];

    /// <summary>
    /// Chat day and night about most, so that the Lab can be tried at any hour. Orders have the office's hours, on the chat and on the phone: in the
    /// evening they show what a customer is told when it is closed. Who asks about hosting can be called, day and night as well. Mails are answered within half a working day.
    /// </summary>
    /// <param name="topics">In the order of <see cref="Topics"/>; the last is orders.</param>
    public static HoursPlan Hours(IReadOnlyList<long> topics) => new(
        "Europe/Paris", "FR-AM",
        [new WeeklyHours(1, "Bureau", [.. Enumerable.Repeat(Office, 5), [], []])],
        [],
        [
            new TopicChannel(topics[^1], ChannelKind.Chat, Offered: true, ScheduleId: 1, null),
            new TopicChannel(topics[^1], ChannelKind.Phone, Offered: true, ScheduleId: 1, null),
            new TopicChannel(topics[0], ChannelKind.Phone, Offered: true, ScheduleId: null, null),
            .. topics.Select(topic => (long?)topic).Append(null).Select(topic => new TopicChannel(topic, ChannelKind.Email, Offered: true, ScheduleId: 1, AnswerMinutes: 240)),
        ]);

    private static readonly IReadOnlyList<HoursSpan> Office = [new(9 * 60, 12 * 60), new(14 * 60, 18 * 60)];

    public static IReadOnlyList<(string Shortcut, string Title, string? Language, string Body)> CannedReplies { get; } =
    [
        ("bonjour", "Se présenter", "fr", "Bonjour {customer}, je suis {agent}, de {site}. Je lis votre message et je reviens vers vous dans deux minutes."),
        ("hello", "Introduce yourself", "en", "Hello {customer}, I am {agent} from {site}. I am reading your message and will be back within two minutes."),
        ("domaine", "Demander le domaine", "fr", "Pour quel nom de domaine est-ce, s’il vous plaît ?"),
        ("domain", "Ask for the domain", "en", "Which domain name is it about, please?"),
        ("paiement", "Paiement bloqué à la banque", "fr", "Le paiement est resté bloqué à la banque. Je le relance maintenant ; rien ne sera débité deux fois."),
        ("payment", "Payment held by the bank", "en", "The payment is held at the bank. I am asking for it again now; nothing will be charged twice."),
        ("merci", "Conclure", "fr", "Merci {customer}. Je reste là si autre chose vous vient ; sinon, bonne journée."),
        ("thanks", "Close", "en", "Thank you {customer}. I am here if anything else comes to mind; if not, have a good day."),
    ];

    public static string SignIn => $"{string.Join(", ", People.Select(person => person.Email))} (she also has the settings); password {Password}";
}

/// <param name="Key">Names the address and the picture.</param>
public sealed record LabPerson(string Key, string FirstName, string LastName, Pronoun Pronoun, Role Role, int Capacity)
{
    public string Email => $"{Key}@rhin.example";

    public byte[] Picture => Embedded.Bytes($"Pictures/{Key}.png");
}
