using System.Text.Json;
using Microsoft.Playwright;
using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Chat;

/// <summary>Strings that others collected to break programs: shown as they were written, and never run.</summary>
public sealed class HostileText : LabTest
{
    private readonly List<string> _ran = [];

    [Test]
    public async Task Text_comes_through_unchanged_and_never_runs()
    {
        var messages = Messages();
        var claire = await AnAgent();
        var customer = await ACustomer();
        Trap(claire.Page);
        Trap(customer.Page);
        await customer.Begin("Hébergement", "Prêt", "<b onmouseover=alert(1)>Zoé</b>");
        await claire.Open("Zoé");

        foreach (var (text, at) in messages.Select((text, at) => (text, at)))
        {
            if (at % 2 == 0)
            {
                await customer.Say(text);
                await Expect(claire.Log.Locator(".body").Last).ToHaveJSPropertyAsync("textContent", text);
            }
            else
            {
                await claire.Say(text);
                await Expect(customer.Bubbles.Last).ToHaveJSPropertyAsync("textContent", text);
            }
        }
        // Once more from the server, as history.
        await customer.Page.ReloadAsync();
        await claire.Page.ReloadAsync();
        await Expect(customer.Bubbles.Last).ToHaveJSPropertyAsync("textContent", messages[^1]);

        Assert.That(_ran, Is.Empty);
        foreach (var page in new[] { claire.Page, customer.Page })
            Assert.That(await page.EvaluateAsync<bool>("() => 'xss' in window || '__pwned' in window"), Is.False);
    }

    /// <summary>Several strings to a message, so that all of them pass in half a minute.</summary>
    private static List<string> Messages()
    {
        var naughty = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Corpora.Path("d_strings", "naughty-strings.json")))!;
        var payloads = JsonSerializer.Deserialize<JsonElement[]>(File.ReadAllText(Corpora.Path("d_strings", "xss-payloads.json")))!
            .Select(payload => payload.GetProperty("payload").GetString()!);
        var emoji = File.ReadLines(Corpora.Path("d_strings", "emoji-zwj-sequences.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => string.Concat(line.Split(';')[0].Trim().Split(' ').Select(code => char.ConvertFromUtf32(Convert.ToInt32(code, 16)))));
        // What a text area itself changes (carriage returns, ends) or what cannot be stored is not typed.
        return [.. naughty.Concat(payloads).Concat(emoji)
            .Where(text => !text.Contains('\r') && !text.Contains('\0') && !HasHalfSurrogate(text))
            .Chunk(20)
            .Select(chunk => $"«\n{string.Join('\n', chunk)}\n»")];
    }

    private static bool HasHalfSurrogate(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                at++;
            else if (char.IsSurrogate(text[at]))
                return true;
        }
        return false;
    }

    private void Trap(IPage page)
    {
        page.Dialog += async (_, dialog) =>
        {
            _ran.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        page.Popup += (_, popup) => _ran.Add(popup.Url);
        page.FrameNavigated += (_, frame) =>
        {
            if (frame.ParentFrame is not null)
                _ran.Add(frame.Url);
        };
    }
}
