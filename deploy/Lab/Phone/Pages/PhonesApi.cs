using System.Net.Mime;
using System.Runtime.CompilerServices;
using SupportHub.Lab.Phone.Network;

namespace SupportHub.Lab.Phone.Pages;

/// <summary>The page with the phones.</summary>
public static class PhonesApi
{
    public static void MapPhones(this WebApplication app)
    {
        app.MapGet("/", (PhonesDesk desk) => desk.Page());
        app.MapPost("/phones", (PhonesDesk desk) => desk.Add());
        app.MapPost("/phones/{number}/{act}", (PhonesDesk desk, string number, string act) => desk.Do(number, act));
        app.MapPost("/faults", (PhonesDesk desk) => desk.SetFaults());
        app.MapGet("/live", (Exchange exchange, IHostApplicationLifetime host, CancellationToken left) =>
            TypedResults.ServerSentEvents(Changes(exchange, host.ApplicationStopping, left)));
        foreach (var (path, name, type) in new[]
        {
            ("/phones.css", "Phone/phones.css", MediaTypeNames.Text.Css),
            ("/phones.js", "Phone/phones.js", MediaTypeNames.Text.JavaScript),
            ("/mark.svg", "Site/mark.svg", MediaTypeNames.Image.Svg),
        })
        {
            var content = Embedded.Read(name);
            app.MapGet(path, () => Results.Content(content, $"{type}; charset=utf-8"));
        }
    }

    /// <summary>One at once, because something may have changed since the page was made; then one after each change.</summary>
    private static async IAsyncEnumerable<string> Changes(Exchange exchange, CancellationToken stopping, [EnumeratorCancellation] CancellationToken left)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, left);
        var over = Task.Delay(Timeout.Infinite, either.Token);
        while (!over.IsCompleted)
        {
            var changed = exchange.News.Changed;
            yield return "changed";
            await Task.WhenAny(changed, over);
        }
    }
}
