using System.Net;
using System.Text.RegularExpressions;
using NUnit.Framework;
using SupportHub.Tests;

namespace SupportHub.Integration.Lab.Phone;

/// <summary>The page of the Lab's telephone network, as a hand at each phone.</summary>
internal partial class PhonePage(Uri web) : IDisposable
{
    public HttpClient Browser { get; } = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = web, DefaultRequestHeaders = { { "Accept-Language", "en-GB" } } };

    /// <summary>As it is sent, with its entities.</summary>
    public Task<string> Html() => Browser.GetStringAsync("/");

    public async Task<string> Page() => WebUtility.HtmlDecode(await Html());

    /// <summary>What the page shows of one phone.</summary>
    public async Task<string> Card(string number)
    {
        var page = await Page();
        return page.Split("<article ").Single(card => card.Contains($"id=\"p{number[1..]}\""));
    }

    public Task Sees(string number, string words) => Eventually.Succeeds(async () => Assert.That(await Card(number), Does.Contain(words)));

    /// <summary>As soon as the page has a call on this phone that it can be done with.</summary>
    public Task Do(string number, string act, string? key = null) => Eventually.Succeeds(async () => Assert.That(await TryDo(number, act, key), $"{act} at {number}"));

    /// <returns>False where the page has no call on this phone that it can be done with.</returns>
    public async Task<bool> TryDo(string number, string act, string? key = null)
    {
        var card = await Card(number);
        if (!card.Contains($"/{act}\"", StringComparison.Ordinal))
            return false;
        await Post($"/phones/{Uri.EscapeDataString(number)}/{act}", ("call", SidOnCard().Match(card).Groups[1].Value), ("key", key ?? ""));
        return true;
    }

    public Task Habit(string number, string habit) => Post($"/phones/{Uri.EscapeDataString(number)}/habit", ("habit", habit));

    public Task Fault(string orders = "None", string reports = "None") => Post("/faults", ("orders", orders), ("reports", reports));

    public void Dispose() => Browser.Dispose();

    public async Task Post(string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await Browser.PostAsync(path, content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    [GeneratedRegex("name=\"call\" value=\"(CA[0-9a-f]{32})\"")]
    private static partial Regex SidOnCard();
}
