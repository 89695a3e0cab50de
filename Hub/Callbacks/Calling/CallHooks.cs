using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Lines;
using SupportHub.Callbacks.Twilio;
using SupportHub.Callbacks.Voice;
using SupportHub.Storage;

namespace SupportHub.Callbacks.Calling;

/// <summary>
/// Where the telephone network asks what to do on a call, and says how it goes. Nothing happens without its signature over the configured public
/// address. It is answered within two seconds: what the database has not taken by then goes on, and an attempt of which a word was lost is reconciled.
/// </summary>
public static partial class CallHooks
{
    public const string Agent = "agent";
    public const string Key = "key";
    public const string Dialled = "dialled";
    public const string Word = "word";
    public const string AgentStatus = "agent-status";
    public const string CustomerStatus = "customer-status";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static void MapCallHooks(this WebApplication app)
    {
        var calls = app.MapGroup("/api/calls/{site:long}/{conversation:long}/{number:int}").DisableAntiforgery();
        calls.MapPost(Agent, (HttpContext http, long site, long conversation, int number) => Answer(http, site, conversation, number, (desk, call) => desk.AgentAnswered(call)));
        calls.MapPost(Key, (HttpContext http, long site, long conversation, int number) => Answer(http, site, conversation, number, (desk, call) => desk.KeyPressed(call)));
        calls.MapPost(Dialled, (HttpContext http, long site, long conversation, int number) => Answer(http, site, conversation, number, (desk, call) => desk.DialOver(call)));
        calls.MapPost(Word, (HttpContext http, long site, long conversation, int number) => Answer(http, site, conversation, number, (desk, call) => desk.Machine(call)));
        calls.MapPost(AgentStatus, (HttpContext http, long site, long conversation, int number) => Hear(http, site, conversation, number, (desk, call) => desk.AgentHeard(call)));
        calls.MapPost(CustomerStatus, (HttpContext http, long site, long conversation, int number) => Hear(http, site, conversation, number, (desk, call) => desk.CustomerHeard(call)));
    }

    private static async Task<IResult> Answer(HttpContext http, long site, long conversation, int number, Func<CallVoice, HeardCall, Task<string?>> answer)
    {
        if (await Read(http, site, conversation, number) is not { } call)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var twiml = await InTime(() => answer(http.RequestServices.GetRequiredService<CallVoice>(), call), call, Logger(http));
        // Asked again in a moment, at the same address.
        twiml ??= VoiceAnswers.AskAgain(Again(call.Line, http.Request));
        return Results.Content(twiml, Twiml.ContentType);
    }

    private static async Task<IResult> Hear(HttpContext http, long site, long conversation, int number, Func<CallVoice, HeardCall, Task> hear)
    {
        if (await Read(http, site, conversation, number) is not { } call)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var taken = await InTime(() => Heard(hear(http.RequestServices.GetRequiredService<CallVoice>(), call)), call, Logger(http));
        // Not to say that it was: a network that is told to tries again, and shows its owner that something is wrong.
        return taken is null ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.NoContent();
    }

    private static async Task<string?> Heard(Task heard)
    {
        await heard;
        return "";
    }

    /// <returns>Null where it is not signed, or speaks of another account.</returns>
    private static async Task<HeardCall?> Read(HttpContext http, long site, long conversation, int number)
    {
        if (http.RequestServices.GetRequiredService<LineDirectory>().Of(site) is not { } line || !http.Request.HasFormContentType)
            return null;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var url = Address(line, http.Request).AbsoluteUri;
        var posted = form.SelectMany(f => f.Value, (f, value) => KeyValuePair.Create(f.Key, value ?? ""));
        return TwilioSignature.IsGood(line.AuthToken, url, posted, http.Request.Headers[TwilioSignature.Header])
            && StatusReport.Read(name => form.TryGetValue(name, out var value) || http.Request.Query.TryGetValue(name, out value) ? (string?)value : null) is { } report && report.Account == line.Account.Sid
            ? new HeardCall(line, conversation, number, report)
            : null;
    }

    /// <summary>As the network was given it; nothing that the request says of the host plays a part.</summary>
    private static Uri Address(OpenLine line, HttpRequest request) => WebhookAddresses.Of(new Uri(line.Settings.PublicUrl!), $"{request.Path}{request.QueryString}");

    /// <summary>The same address, with what the network says once and would not say again: the key that was pressed must not count as none.</summary>
    private static Uri Again(OpenLine line, HttpRequest request)
    {
        var query = request.QueryString;
        foreach (var name in StatusReport.SaidOnce.Where(n => !request.Query.ContainsKey(n) && request.Form.ContainsKey(n)))
            query = query.Add(name, request.Form[name].ToString());
        return WebhookAddresses.Of(new Uri(line.Settings.PublicUrl!), $"{request.Path}{query}");
    }

    private static async Task<string?> InTime(Func<Task<string?>> answer, HeardCall call, ILogger log)
    {
        // On another thread, so that the time counts from now on and not from where it first waits for something.
        var work = Task.Run(answer);
        try
        {
            return await work.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            Log.Late(log, call.Conversation, call.Number);
            _ = work.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
        catch (Exception failure) when (Database.Failed(failure))
        {
            Log.Late(log, call.Conversation, call.Number);
        }
        return null;
    }

    private static ILogger Logger(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CallHooks));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The telephone network asked about attempt {Conversation}/{Number}, and the database did not answer in time")]
        public static partial void Late(ILogger logger, long conversation, int number);
    }
}

/// <summary>What the network says of one of our calls; the signature was good.</summary>
public sealed record HeardCall(OpenLine Line, long Conversation, int Number, StatusReport Report);
