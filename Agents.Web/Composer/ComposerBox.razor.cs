using Microsoft.JSInterop;
using SupportHub.AgentsWeb.Conversations;
using SupportHub.AgentsWeb.Email;
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
            _js = Browser.Ask<IJSInProcessObjectReference>("composer", _root, _self, Open.Id, Protocol.BodyLimit);
            if (MayReply)
                _js.InvokeVoid("focusFromList");
        }
        _js?.InvokeVoid("load", Uploads.DraftKey(Open.Id, _note));
        Uploads.Attend(Open.Id, _note);
        if (_wanted)
            _js?.InvokeVoid("focus");
        _wanted = false;
    }

    /// <summary>True only once what was written is in the outbox, and the outbox in the browser's storage.</summary>
    [JSInvokable]
    public bool Submit(string text)
    {
        if (!_note && !MayReply)
            return false;
        if (Staging.UnderWay)
        {
            Uploads.SendWhenThere(Open.Id, _note, ByMail);
            return false;
        }
        return Uploads.Post(Open.Id, _note, text, ByMail);
    }

    /// <summary>The last file that a message waited for is there.</summary>
    private void SendIfReady()
    {
        if (Staging.IsReady && Staging.Due == _note)
            _js?.InvokeVoid("send");
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

    private void Complete(CannedReply reply)
    {
        _slash = null;
        _js?.InvokeVoid("complete", Filled(reply.Body));
        Draw();
    }

    /// <summary>The customer calls nobody: the company asks where and when, and places the call.</summary>
    private void AskPhone() => _js?.InvokeVoid("insert", Filled(MailTexts.In(Language).AskPhoneText));

    private string Filled(string text)
    {
        var summary = Open.Summary;
        return CannedRules.Fill(text, new CannedValues(
            summary?.CustomerName ?? "",
            Team.Me.Person.FirstName,
            Team.TopicTitle(summary?.TopicId, Language.Split('-')[0]) ?? "",
            summary is null ? "" : Team.SiteName(summary.SiteId) ?? ""));
    }

    /// <summary>The customer's.</summary>
    private string Language => Open.Customer?.Language ?? Open.Summary?.Language ?? Words.Texts.Tag;

    private void Switch(bool note)
    {
        if (!note && !MayReply)
            return;
        (_note, _wanted, _slash) = (note, true, null);
        Draw();
    }

    private void Choose(Way way)
    {
        _chosen = way;
        Draw();
    }

    /// <summary>By mail where that is possible.</summary>
    private void Write()
    {
        if (Reach is { MayChoose: true })
            _chosen = Way.Mail;
        Switch(note: false);
    }

    private void Press(string key)
    {
        if (key is "r" or "n")
            Switch(key == "n");
        else if (key == "write")
            Write();
        else if (key == "m" && !_note && Reach is { MayChoose: true, Way: var way })
            Choose(way == Way.Chat ? Way.Mail : Way.Chat);
    }

    /// <summary>Who may reply changes with the conversation: taken, transferred, resolved.</summary>
    private void Look()
    {
        var may = MayReply;
        if (may == _mayReply && Open.Summary?.CustomerName == _name && Reach == _reach)
            return;
        if (may != _mayReply)
            _note = !may;
        (_mayReply, _name, _reach) = (may, Open.Summary?.CustomerName, Reach);
        Draw();
    }

    private bool? _mayReply;
    private string? _name;
    private Reach? _reach;

    private void TakeBack(Unsent unsent)
    {
        if (unsent.Conversation != Open.Id)
            return;
        if (unsent.Note != _note)
            Switch(unsent.Note);
        if (unsent.Attachment is { } file)
            Uploads.Add(Open.Id, file);
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
        Uploads.Changed.Raised -= SendIfReady;
        _js?.InvokeVoid("dispose"); // Keeps the draft, from which what waits for a file is sent now.
        Uploads.Leave(Open.Id);
        _js?.Dispose();
        _self?.Dispose();
        base.Dispose();
    }
}
