using System.Xml;
using System.Xml.Linq;

namespace SupportHub.Lab.Phone.Network;

/// <summary>Does on a call what the hub's TwiML says (https://www.twilio.com/docs/voice/twiml), document after document.</summary>
public sealed class Script(Webhooks webhooks, DialVerb dialling, Exchange exchange, LabPhoneSettings settings)
{
    /// <summary>Until the documents end or somebody hangs up.</summary>
    public async Task Run(Call call, WebhookAddress first)
    {
        var next = new Page(first, []);
        while (next is { } page && !call.Over.IsCancellationRequested)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(call.Over);
            var redirected = call.Redirected;
            var work = Do(call, page, stop.Token);
            await Task.WhenAny(work, redirected);
            if (redirected.IsCompleted)
                await stop.CancelAsync();
            next = await UnlessStopped(work, page);
            if (!redirected.IsCompleted)
                continue;
            call.Followed();
            next = new Page(new WebhookAddress(await redirected), []);
        }
    }

    private async Task<Page?> Do(Call call, Page page, CancellationToken stop)
    {
        if (await Fetched(call, page, stop) is not { } document)
        {
            Hear(call, new Heard("en-US", "We are sorry, an application error has occurred. Goodbye."));
            return null;
        }
        foreach (var verb in document.Elements())
            if (await Do(call, verb, page, stop) is { } done)
                return done.Next;
        return null;
    }

    /// <returns>Null where the next verb comes; else where it goes on, or that the call ends.</returns>
    private async Task<Done?> Do(Call call, XElement verb, Page page, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        switch (verb.Name.LocalName)
        {
            case "Say" or "Play" or "Pause":
                await Sound(call, verb, stop);
                return null;
            case "Gather":
                return await Gather(call, verb, page, stop);
            case "Dial":
                return await Dial(call, verb, page, stop);
            case "Redirect":
                return new Done(page.Next(verb.Value.Trim(), (string?)verb.Attribute("method"), []));
            case "Hangup" or "Reject":
                return new Done(null);
            default:
                webhooks.Remember(page.Address, $"<{verb.Name.LocalName}>?");
                return null;
        }
    }

    private async Task Sound(Call call, XElement verb, CancellationToken stop)
    {
        if (verb.Name.LocalName == "Pause")
        {
            await Task.Delay(TimeSpan.FromSeconds((int?)verb.Attribute("length") ?? 1), settings.Time, stop);
            return;
        }
        var heard = verb.Name.LocalName == "Say" ? new Heard((string?)verb.Attribute("language") ?? "en-US", verb.Value) : new Heard(null, $"♪ {verb.Value.Trim()}");
        for (var times = Math.Clamp((int?)verb.Attribute("loop") ?? 1, 1, 10); times > 0; times--)
        {
            Hear(call, heard);
            if (settings.SpeechPace > TimeSpan.Zero)
                await Task.Delay(settings.SpeechPace * heard.Text.Length, settings.Time, stop);
        }
    }

    private async Task<Done?> Gather(Call call, XElement gather, Page page, CancellationToken stop)
    {
        var keys = await new KeyPad(call, gather, settings.Time).Read(async pressed =>
        {
            foreach (var sound in gather.Elements())
                await Sound(call, sound, pressed);
        }, stop);
        return keys.Length > 0 || (bool?)gather.Attribute("actionOnEmptyResult") == true
            ? new Done(page.Next((string?)gather.Attribute("action"), (string?)gather.Attribute("method"), [new("Digits", keys), new("msg", "Gather End")]))
            : null;
    }

    private async Task<Done?> Dial(Call call, XElement dial, Page page, CancellationToken stop)
    {
        var result = await dialling.Dial(call, dial, page, Run, stop);
        var action = (string?)dial.Attribute("action");
        if (action is null)
        {
            stop.ThrowIfCancellationRequested();
            return null;
        }
        var next = page.Next(action, (string?)dial.Attribute("method"), result);
        // Told also where the caller has hung up; the answer is for nobody then.
        if (call.Over.IsCancellationRequested)
            _ = webhooks.Ask(next.Address, [.. CallParameters.Of(settings.AccountSid, call).Where(p => p.Key != "CallStatus"), new("CallStatus", "completed"), .. result], CancellationToken.None);
        stop.ThrowIfCancellationRequested();
        return new Done(next);
    }

    private async Task<XElement?> Fetched(Call call, Page page, CancellationToken stop)
    {
        var body = await webhooks.Ask(page.Address, [.. CallParameters.Of(settings.AccountSid, call), .. page.More], stop);
        try
        {
            if (body is not null && XDocument.Parse(body).Root is { Name.LocalName: "Response" } response)
                return response;
        }
        catch (XmlException)
        {
            // It is said below.
        }
        if (body is not null)
            webhooks.Remember(page.Address, "TwiML?");
        return null;
    }

    private void Hear(Call call, Heard heard)
    {
        call.Hear(heard);
        exchange.News.Tell();
    }

    private async Task<Page?> UnlessStopped(Task<Page?> work, Page page)
    {
        try
        {
            return await work;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException or UriFormatException)
        {
            // An attribute that should be a number or an address is none: Twilio hangs up, too.
            webhooks.Remember(page.Address, "TwiML?");
            return null;
        }
    }

    private sealed record Done(Page? Next);
}

/// <summary>A document of TwiML that is to be fetched.</summary>
/// <param name="More">What is told beside what every request tells.</param>
public sealed record Page(WebhookAddress Address, IReadOnlyList<KeyValuePair<string, string>> More)
{
    /// <param name="url">Relative to this one; absent: this one again.</param>
    public Page Next(string? url, string? method, IReadOnlyList<KeyValuePair<string, string>> more) => new(Hook(url, method), more);

    public WebhookAddress Hook(string? url, string? method) => new(string.IsNullOrWhiteSpace(url) ? Address.Url : new Uri(Address.Url, url.Trim()), method?.ToUpperInvariant() ?? "POST");
}
