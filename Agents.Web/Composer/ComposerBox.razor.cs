using System.Text.Json;
using Microsoft.JSInterop;
using SupportHub.AgentsWeb.Conversations;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Composer;

/// <summary>What the composer's script asks. The text itself lives in the textarea; see wwwroot/js/composer.js.</summary>
public partial class ComposerBox
{
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _js = Browser.Ask<IJSInProcessObjectReference>("composer", _root, _self, Protocol.BodyLimit);
            if (MayReply)
                _js.InvokeVoid("focusFromList");
        }
        _js?.InvokeVoid("load", $"supporthub.draft.{Team.Me.Person.Id}.{Open.Id}.{(_note ? "note" : "reply")}");
        if (_wanted)
            _js?.InvokeVoid("focus");
        _wanted = false;
    }

    /// <summary>True only once what was written is in the outbox, and the outbox in the browser's storage.</summary>
    [JSInvokable]
    public bool Submit(string text)
    {
        if (_uploads.Any(u => u.Done is null && u.Trouble is null) || (!_note && !MayReply))
            return false;
        var body = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        var files = _uploads.Select(u => u.Done).OfType<Attachment>().ToList();
        if (body is null && files.Count == 0)
            return false;
        Outbox.Add(Open.Id, _note, body, files.FirstOrDefault());
        foreach (var file in files.Skip(1))
            Outbox.Add(Open.Id, _note, null, file);
        // A file that did not get through stays to be seen, and removed or sent again.
        _uploads.RemoveAll(u => u.Done is not null);
        Draw();
        return true;
    }

    [JSInvokable]
    public void Typed()
    {
        if (MayReply)
            Desk.Typing(Open.Id);
    }

    [JSInvokable]
    public void Slash(string? word)
    {
        _slash = word;
        _found = word is null ? [] : CannedRules.Find(Team.CannedReplies, word, Open.Customer?.Language ?? Open.Summary?.Language);
        _active = 0;
        Draw();
    }

    /// <summary>Returns whether the list of canned replies took the key.</summary>
    [JSInvokable]
    public bool SlashKey(string key)
    {
        if (_slash is null || (_found.Count == 0 && key != "Escape"))
            return false;
        if (key is "ArrowDown" or "ArrowUp")
            _active = (_active + (key == "ArrowDown" ? 1 : _found.Count - 1)) % _found.Count;
        else if (key == "Escape")
            _slash = null;
        else
            Complete(_found[_active]);
        Draw();
        return true;
    }

    [JSInvokable]
    public UploadTarget UploadBegan(int id, string name)
    {
        _uploads.Add(new Upload(id, name));
        Draw();
        return new UploadTarget($"/api/conversations/{Open.Id}/attachments", SignIn.Token);
    }

    [JSInvokable]
    public void UploadEnded(int id, int status, string? json)
    {
        if (_uploads.Find(u => u.Id == id) is not { } upload)
            return;
        if (json is not null)
            upload.Done = JsonSerializer.Deserialize(json, OutboxJson.Default.Attachment);
        if (upload.Done is null)
            upload.Trouble = status == 413 ? Words.Texts.UploadTooLarge(upload.Name) : Words.Texts.UploadFailed(upload.Name);
        Draw();
    }

    private void Complete(CannedReply reply)
    {
        _slash = null;
        var summary = Open.Summary;
        var language = Open.Customer?.Language ?? summary?.Language ?? Words.Texts.Tag;
        _js?.InvokeVoid("complete", CannedRules.Fill(reply.Body, new CannedValues(
            summary?.CustomerName ?? "",
            Team.Me.Person.FirstName,
            Team.TopicTitle(summary?.TopicId, language.Split('-')[0]) ?? "",
            summary is null ? "" : Team.SiteName(summary.SiteId) ?? "")));
        Draw();
    }

    private void Switch(bool note)
    {
        if (!note && !MayReply)
            return;
        (_note, _wanted, _slash) = (note, true, null);
        Draw();
    }

    private void Press(string key)
    {
        if (key is "r" or "n")
            Switch(key == "n");
    }

    /// <summary>Who may reply changes with the conversation: taken, transferred, resolved.</summary>
    private void Look()
    {
        var may = MayReply;
        if (may == _mayReply && Open.Summary?.CustomerName == _name)
            return;
        if (may != _mayReply)
            _note = !may;
        (_mayReply, _name) = (may, Open.Summary?.CustomerName);
        Draw();
    }

    private bool? _mayReply;
    private string? _name;

    private void TakeBack(Unsent unsent)
    {
        if (unsent.Conversation != Open.Id)
            return;
        if (unsent.Note != _note)
            Switch(unsent.Note);
        if (unsent.Attachment is { } file)
            _uploads.Add(new Upload(-(int)unsent.Key, file.Name) { Done = file });
        StateHasChanged();
        _js?.InvokeVoid("put", unsent.Body ?? "");
    }

    private string Why(Strings.Texts t) => Standings.Of(Open.Summary, Team.Me.Person.Id) switch
    {
        Standing.Waiting => t.TakeToReply,
        Standing.Resolved => t.ResolvedToReply,
        Standing.Colleague => t.OthersToReply(Team.Person(Open.Summary?.AgentId)?.FirstName ?? "?"),
        _ => "",
    };

    public override void Dispose()
    {
        Conversations.OpenChanged.Raised -= Look;
        Shortcuts.Pressed -= Press;
        Outbox.HandedBack -= TakeBack;
        _js?.InvokeVoid("dispose");
        _js?.Dispose();
        _self?.Dispose();
        base.Dispose();
    }
}
