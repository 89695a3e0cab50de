using System.Text.Json;
using Microsoft.JSInterop;
using SupportHub.AgentsWeb.Connection;
using SupportHub.AgentsWeb.Notices;
using SupportHub.AgentsWeb.Strings;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Composer;

/// <summary>
/// Files go up whichever conversation is looked at, and a message that waits for one goes out when it is there: from its composer where
/// that is on the page, from its draft where it is not. wwwroot/js/uploads.js does the sending, and asks before the page is left meanwhile.
/// </summary>
public sealed class UploadDesk(Browser browser, SignIn signIn, OutboxLoop outbox, Toasts toasts, Words words)
{
    private readonly Dictionary<long, Staging> _all = [];
    private (long Conversation, bool Note)? _attended;
    private long _agent;
    private int _last;

    public Signal Changed { get; } = new();

    private string Key => $"supporthub.uploads.{_agent}";

    /// <summary>What a file may have at most, bytes.</summary>
    public long Limit { get; private set; } = long.MaxValue;

    public void Begin(long agent, long limit)
    {
        Limit = limit;
        if (_agent == agent)
            return;
        _agent = agent;
        browser.Do("keepUploads", DotNetObjectReference.Create(this));
        foreach (var kept in KeptUpload.Read(browser.Ask<string?>("readTab", Key)))
            Of(kept.Conversation).Add(kept.Again(++_last));
        Keep();
    }

    public Staging Of(long conversation)
    {
        if (!_all.TryGetValue(conversation, out var staging))
            _all[conversation] = staging = new Staging();
        return staging;
    }

    public string DraftKey(long conversation, bool note) => $"supporthub.draft.{_agent}.{conversation}.{(note ? "note" : "reply")}";

    /// <summary>A composer shows this text from now on, and sends it itself.</summary>
    public void Attend(long conversation, bool note)
    {
        if (_attended == (conversation, note))
            return;
        _attended = (conversation, note);
        SendUnattended();
    }

    public void Leave(long conversation)
    {
        if (_attended?.Conversation == conversation)
            _attended = null;
        SendUnattended();
    }

    public void SendWhenThere(long conversation, bool note, bool byMail)
    {
        Of(conversation).SendWhenThere(note, byMail);
        Changed.Raise();
    }

    public void Add(long conversation, Attachment there)
    {
        Of(conversation).Add(new Upload(++_last, there.Name, there));
        Keep();
    }

    public void Remove(long conversation, int id)
    {
        Of(conversation).Remove(id);
        browser.Do("stopUpload", id);
        Keep();
    }

    /// <summary>Puts text and files into the outbox; false where there is neither.</summary>
    /// <param name="byMail">Also by e-mail; what waited for a file goes the way that was said when it was sent.</param>
    public bool Post(long conversation, bool note, string? text, bool byMail)
    {
        if (Of(conversation) is { Due: { } waits, DueByMail: var promised } && waits == note)
            byMail = promised;
        var body = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        var files = Of(conversation).Take();
        if (body is null && files.Count == 0)
            return false;
        outbox.Add(conversation, note, body, files.FirstOrDefault(), byMail);
        foreach (var file in files.Skip(1))
            outbox.Add(conversation, note, null, file, byMail);
        Keep();
        return true;
    }

    /// <param name="size">Bytes.</param>
    /// <returns>Null where it is not to be sent.</returns>
    [JSInvokable]
    public UploadTarget? Began(long conversation, string name, long size)
    {
        var tooLarge = size > Limit;
        Of(conversation).Add(new Upload(++_last, name, Trouble: tooLarge ? UploadTrouble.TooLarge : null));
        Keep();
        return tooLarge ? null : new UploadTarget(_last, $"/api/conversations/{conversation}/attachments", signIn.Token);
    }

    /// <param name="conversation">Whose file it is.</param>
    /// <param name="id">From <see cref="Began"/>.</param>
    /// <param name="status">HTTP's, or 0 where no answer came.</param>
    /// <param name="json">The attachment, where it was taken.</param>
    [JSInvokable]
    public void Ended(long conversation, int id, int status, string? json)
    {
        var done = json is null ? null : JsonSerializer.Deserialize(json, OutboxJson.Default.Attachment);
        var staging = Of(conversation);
        var name = staging.Files.FirstOrDefault(f => f.Id == id)?.Name;
        if (staging.End(id, done, status == 413 ? UploadTrouble.TooLarge : UploadTrouble.Failed))
            toasts.Regret(words.Texts.MessageNotSent(name ?? ""));
        SendUnattended();
        Keep();
    }

    private void SendUnattended()
    {
        foreach (var (conversation, staging) in _all)
        {
            if (!staging.IsReady || staging.Due is not { } note || _attended == (conversation, note))
                continue;
            var draft = DraftKey(conversation, note);
            // In the outbox first: dying in between sends nothing twice that the author cannot see.
            Post(conversation, note, browser.Read(draft), staging.DueByMail);
            browser.Remove(draft);
        }
    }

    private void Keep()
    {
        Changed.Raise();
        browser.Do("writeTab", Key, KeptUpload.Write(_all));
    }
}
