using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Composer;

/// <summary>The files beside one conversation's composer, and whether its message waits for them.</summary>
public sealed class Staging
{
    private readonly List<Upload> _files = [];

    public IReadOnlyList<Upload> Files => _files;

    /// <summary>Sent by its author while a file was on its way: whether what waits is a note.</summary>
    public bool? Due { get; private set; }

    /// <summary>What waits also goes out by e-mail, as its author was told when it was sent.</summary>
    public bool DueByMail { get; private set; }

    public bool UnderWay => _files.Exists(f => f.UnderWay);

    public void Add(Upload file) => _files.Add(file);

    /// <summary>Also takes back that the message goes out by itself: it would go without what it was to carry.</summary>
    public void Remove(int id)
    {
        _files.RemoveAll(f => f.Id == id);
        Due = null;
    }

    public void SendWhenThere(bool note, bool byMail) => (Due, DueByMail) = (note, byMail);

    /// <summary>Returns whether a message that waited has to wait for its author again, because this file does not come.</summary>
    public bool End(int id, Attachment? done, UploadTrouble trouble)
    {
        var at = _files.FindIndex(f => f.Id == id);
        if (at < 0)
            return false;
        _files[at] = _files[at] with { Done = done, Trouble = done is null ? trouble : null };
        var stopped = done is null && Due is not null;
        if (stopped)
            Due = null;
        return stopped;
    }

    /// <summary>Whether the message that waited has everything now.</summary>
    public bool IsReady => Due is not null && !UnderWay;

    /// <summary>What goes with the message. A file that did not get through stays to be seen.</summary>
    public IReadOnlyList<Attachment> Take()
    {
        var there = _files.Select(f => f.Done).OfType<Attachment>().ToList();
        _files.RemoveAll(f => f.Done is not null);
        Due = null;
        return there;
    }
}
