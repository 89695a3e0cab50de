using System.Net.Mime;
using System.Runtime.CompilerServices;
using MimeKit;
using SupportHub.Lab.Mail.Mailboxes;

namespace SupportHub.Lab.Mail.Inbox;

/// <summary>The pages of the customers' mail.</summary>
public static class InboxApi
{
    public static void MapInbox(this WebApplication app)
    {
        app.MapGet("/", (InboxDesk desk) => desk.Page(address: null, pane: null));
        app.MapGet("/m/{address}", (InboxDesk desk, string address) => desk.Page(MailboxName.Normal(address), pane: null));
        app.MapGet("/m/{address}/{id}", (InboxDesk desk, string address, string id, string? @as) => desk.Read(address, id, asText: @as == "text"));
        app.MapGet("/m/{address}/{id}/answer", (WritingDesk desk, string address, string id) => desk.Answer(address, id));
        app.MapPost("/m/{address}/{id}/answer", (WritingDesk desk, string address, string id) => desk.SendAnswer(address, id));
        app.MapPost("/m/{address}/{id}/bounce", (WritingDesk desk, string address, string id) => desk.Bounce(address, id));
        app.MapPost("/m/{address}/{id}/away", (WritingDesk desk, string address, string id) => desk.Away(address, id));
        app.MapGet("/write", (WritingDesk desk, string? from) => desk.Write(from));
        app.MapPost("/write", (WritingDesk desk) => desk.SendFirst());
        app.MapGet("/live", (MailFolders folders, IHostApplicationLifetime host, CancellationToken left) =>
            TypedResults.ServerSentEvents(Changes(folders, host.ApplicationStopping, left)));
        MapContents(app);
        MapFiles(app);
    }

    /// <summary>Parts of a mail, as files or in a frame: nothing of them runs, and nothing is trusted to be what it says.</summary>
    private static void MapContents(WebApplication app)
    {
        app.MapGet("/m/{address}/{id}/frame", async (InboxDesk desk, HttpContext http, string address, string id) =>
        {
            if (await desk.Open(address, id) is not { } open)
                return Results.NotFound();
            http.Response.Headers.ContentSecurityPolicy = MailHtml.Policy;
            return Results.Content(MailHtml.Page(open.Mail), "text/html; charset=utf-8");
        });
        app.MapGet("/m/{address}/{id}/parts/{at:int}", async (InboxDesk desk, string address, string id, int at) =>
            await desk.Open(address, id) is { } open && open.Part(at) is { } part
                ? Results.File(await Octets(part), MediaTypeNames.Application.Octet, ReadMail.NameOf(part, at))
                : Results.NotFound());
        app.MapGet("/m/{address}/{id}/source", (MailFolders folders, string address, string id) =>
            folders.Find(address, id) is { } card
                ? Results.File(folders.Open(card), MediaTypeNames.Application.Octet, $"{id}.eml")
                : Results.NotFound());
    }

    private static void MapFiles(WebApplication app)
    {
        foreach (var (path, name, type) in new[]
        {
            ("/inbox.css", "Mail/inbox.css", MediaTypeNames.Text.Css),
            ("/inbox.js", "Mail/inbox.js", MediaTypeNames.Text.JavaScript),
            ("/mark.svg", "Site/mark.svg", MediaTypeNames.Image.Svg),
        })
        {
            var content = Embedded.Read(name);
            app.MapGet(path, () => Results.Content(content, $"{type}; charset=utf-8"));
        }
    }

    /// <summary>One at once, because something may have changed since the page was made; then one after each change.</summary>
    private static async IAsyncEnumerable<string> Changes(MailFolders folders, CancellationToken stopping, [EnumeratorCancellation] CancellationToken left)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, left);
        var over = Task.Delay(Timeout.Infinite, either.Token);
        while (!over.IsCompleted)
        {
            var changed = folders.Changed;
            yield return "changed";
            await Task.WhenAny(changed, over);
        }
    }

    private static async Task<byte[]> Octets(MimeEntity part)
    {
        using var octets = new MemoryStream();
        if (part is MimePart { Content: { } content })
            await content.DecodeToAsync(octets);
        else
            await part.WriteToAsync(octets, contentOnly: true);
        return octets.ToArray();
    }
}
