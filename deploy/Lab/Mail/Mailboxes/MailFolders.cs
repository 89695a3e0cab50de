using MimeKit;
using SupportHub.Lab.Mail.Smtp;

namespace SupportHub.Lab.Mail.Mailboxes;

/// <summary>All mailboxes: on the disk, and their cards in memory. Whoever looks is told when anything changes.</summary>
public sealed class MailFolders
{
    private readonly MailFiles _files;
    private readonly MailStamp _stamp;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Address, string Id), MailCard> _cards = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public MailFolders(string folder, TimeProvider time)
    {
        (_files, _stamp, _time) = (new MailFiles(folder), new MailStamp(time), time);
        foreach (var card in _files.All())
        {
            _cards[(card.Address, card.Id)] = card;
            _stamp.Remember(card.At);
        }
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<MailCard> All
    {
        get
        {
            lock (_gate)
                return [.. _cards.Values.OrderByDescending(card => card.Id, StringComparer.Ordinal)];
        }
    }

    /// <summary>Ends at the next change after this call.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate)
                return _changed.Task;
        }
    }

    public MailCard? Find(string address, string id)
    {
        lock (_gate)
            return _cards.GetValueOrDefault((MailboxName.Normal(address), id));
    }

    public Stream Open(MailCard card) => File.OpenRead(_files.PathOf(card));

    public FileStream Incoming() => _files.Incoming();

    /// <summary>Keeps a copy for each recipient, with the headers that final delivery adds (RFC 5321, section 4.4).</summary>
    /// <param name="content">All of the mail, from its beginning.</param>
    public async Task Receive(Envelope envelope, FileStream content)
    {
        foreach (var recipient in envelope.Recipients.Select(MailboxName.Normal).Distinct())
        {
            var id = _stamp.Next();
            var trace = Trace.Lines(envelope, recipient, id, _time.GetUtcNow());
            Put(await _files.Write(recipient, id, Tray.Received, async file =>
            {
                content.Position = 0;
                await file.WriteAsync(trace);
                await content.CopyToAsync(file);
            }));
        }
    }

    /// <summary>Lays a mail where it waits for the hub.</summary>
    /// <param name="address">The customer's.</param>
    public async Task<MailCard> Send(string address, MimeMessage mail)
    {
        var card = await _files.Write(MailboxName.Normal(address), _stamp.Next(), Tray.Outgoing, file => mail.WriteToAsync(Written, file));
        Put(card);
        return card;
    }

    public void Move(MailCard card, Tray tray) => Put(_files.Move(card, tray));

    public void MarkRead(MailCard card)
    {
        if (!card.Unread)
            return;
        _files.MarkRead(card);
        Put(card with { Read = true });
    }

    /// <summary>As mail is on its way.</summary>
    private static FormatOptions Written { get; } = new() { NewLineFormat = NewLineFormat.Dos };

    /// <summary>Whoever looks should look again.</summary>
    public void Tell()
    {
        lock (_gate)
        {
            _changed.SetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void Put(MailCard card)
    {
        lock (_gate)
            _cards[(card.Address, card.Id)] = card;
        Tell();
    }
}
