using System.Globalization;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Settings.Hours;

/// <summary>Every sentence of the hours' settings. A language that lacks one does not compile.</summary>
public sealed record HoursTexts
{
    public static HoursTexts In(string language) => language == "fr" ? French : English;

    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string TimeZone { get; init; }
    public required string TimeZoneHint { get; init; }
    public required string Holidays { get; init; }
    public required string HolidaysHint { get; init; }
    public required string NoHolidays { get; init; }
    public required string Schedules { get; init; }
    public required string SchedulesHint { get; init; }
    public required string ScheduleName { get; init; }
    public required string ScheduleNew { get; init; }
    public required string ScheduleAdd { get; init; }
    public required string ScheduleRemove { get; init; }
    public required string ScheduleUsed { get; init; }
    public required string Closed { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string NextDay { get; init; }
    public required string SpanAdd { get; init; }
    public required string SpanRemove { get; init; }
    public required string Copy { get; init; }
    public required string CopyFrom { get; init; }
    public required string WorkingDays { get; init; }
    public required string EveryDay { get; init; }
    public required string Exceptions { get; init; }
    public required string ExceptionsHint { get; init; }
    public required string ExceptionAdd { get; init; }
    public required string ExceptionRemove { get; init; }
    public required string Date { get; init; }
    public required string Topics { get; init; }
    public required string TopicsHint { get; init; }
    public required string NoTopic { get; init; }
    public required string Chat { get; init; }
    public required string Email { get; init; }
    public required string Phone { get; init; }
    public required string NotOffered { get; init; }
    public required string Always { get; init; }
    public required string AnswerHours { get; init; }

    /// <summary>Hours in which nine in ten were answered, of how many, and whether that is longer than what is set.</summary>
    public required Func<string, int, bool, string> Measured { get; init; }
    public required string EmailMissing { get; init; }
    public required string PhoneMissing { get; init; }

    public string Name(ChannelKind channel) => channel switch
    {
        ChannelKind.Chat => Chat,
        ChannelKind.Email => Email,
        _ => Phone,
    };

    public static HoursTexts English { get; } = new()
    {
        Title = "Hours and channels",
        Lead = "Customers read this before they write: what is open, and when it opens.",
        TimeZone = "Time zone",
        TimeZoneHint = "All hours below are on this clock.",
        Holidays = "Public holidays",
        HolidaysHint = "Closed on these days, whatever the week says.",
        NoHolidays = "none",
        Schedules = "Opening hours",
        SchedulesHint = "Written once, chosen for each topic below.",
        ScheduleName = "Name",
        ScheduleNew = "Office hours",
        ScheduleAdd = "Add opening hours",
        ScheduleRemove = "Remove these hours",
        ScheduleUsed = "A topic below uses them.",
        Closed = "closed",
        From = "{0}, opens at",
        To = "{0}, closes at",
        NextDay = "next day",
        SpanAdd = "Add a span on {0}",
        SpanRemove = "Remove {1}–{2} on {0}",
        Copy = "copy…",
        CopyFrom = "Copy {0} to",
        WorkingDays = "Monday to Friday",
        EveryDay = "every day",
        Exceptions = "Single dates",
        ExceptionsHint = "Closed, or open at other hours: it goes before the week and before a holiday.",
        ExceptionAdd = "Add a date",
        ExceptionRemove = "Remove this date",
        Date = "Date",
        Topics = "What each topic offers",
        TopicsHint = "A topic without chat says so before anything is written, and shows the way that works. “Day and night” includes holidays.",
        NoTopic = "Without a topic",
        Chat = "Chat",
        Email = "E-mail",
        Phone = "Phone",
        NotOffered = "not offered",
        Always = "day and night",
        AnswerHours = "answer within, open hours",
        Measured = (hours, count, longer) => $"Measured: 90% of the last {count} within {hours} h.{(longer ? " Customers are promised that, because it is longer." : "")}",
        EmailMissing = "E-mail is not set up on this server yet: what you choose is kept, and customers do not see it.",
        PhoneMissing = "Phone: customers see these hours beside the site’s phone number, once it has one.",
    };

    public static HoursTexts French { get; } = new()
    {
        Title = "Horaires et canaux",
        Lead = "Les clients le lisent avant d’écrire : ce qui est ouvert, et quand cela ouvre.",
        TimeZone = "Fuseau horaire",
        TimeZoneHint = "Tous les horaires ci-dessous sont à cette heure.",
        Holidays = "Jours fériés",
        HolidaysHint = "Fermé ces jours-là, quoi que dise la semaine.",
        NoHolidays = "aucun",
        Schedules = "Horaires d’ouverture",
        SchedulesHint = "Écrits une fois, choisis pour chaque sujet plus bas.",
        ScheduleName = "Nom",
        ScheduleNew = "Heures de bureau",
        ScheduleAdd = "Ajouter des horaires",
        ScheduleRemove = "Retirer ces horaires",
        ScheduleUsed = "Un sujet plus bas les utilise.",
        Closed = "fermé",
        From = "{0}, ouvre à",
        To = "{0}, ferme à",
        NextDay = "le lendemain",
        SpanAdd = "Ajouter une plage : {0}",
        SpanRemove = "Retirer {1}–{2} : {0}",
        Copy = "copier…",
        CopyFrom = "Copier {0} vers",
        WorkingDays = "du lundi au vendredi",
        EveryDay = "tous les jours",
        Exceptions = "Dates particulières",
        ExceptionsHint = "Fermé, ou ouvert à d’autres heures : cela passe avant la semaine et avant un jour férié.",
        ExceptionAdd = "Ajouter une date",
        ExceptionRemove = "Retirer cette date",
        Date = "Date",
        Topics = "Ce que propose chaque sujet",
        TopicsHint = "Un sujet sans chat le dit avant qu’on écrive, et montre le moyen qui fonctionne. « Jour et nuit » comprend les jours fériés.",
        NoTopic = "Sans sujet",
        Chat = "Chat",
        Email = "E-mail",
        Phone = "Téléphone",
        NotOffered = "pas proposé",
        Always = "jour et nuit",
        AnswerHours = "réponse sous, heures ouvertes",
        Measured = (hours, count, longer) => $"Mesuré\u00a0: 90\u00a0% des {count} dernières en {hours}\u00a0h au plus.{(longer ? " C’est ce délai, plus long, qui est promis aux clients." : "")}",
        EmailMissing = "L’e-mail n’est pas encore configuré sur ce serveur : votre choix est gardé, les clients ne le voient pas.",
        PhoneMissing = "Téléphone : les clients voient ces horaires à côté du numéro du site, dès qu’il en a un.",
    };

    public static string Format(string text, params object[] names) => string.Format(CultureInfo.CurrentCulture, text, names);

    /// <param name="day">0 is Monday.</param>
    public static string DayName(int day, string language)
    {
        var name = CultureInfo.GetCultureInfo(language).DateTimeFormat.GetDayName((DayOfWeek)((day + 1) % 7));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
