using System.Text;
using System.Text.Json;
using NUnit.Framework;
using SupportHub.Callbacks.Twilio;
using SupportHub.Lab.Phone.Network;
using SupportHub.Tests;

namespace SupportHub.Unit.Callbacks.Twilio;

public sealed class SignatureTests
{
    private const string Token = "a token";
    private const string Address = "https://hub.example/status?attempt=7&leg=agent";

    private static readonly KeyValuePair<string, string>[] Posted = [new("CallSid", "CA1"), new("To", "+33612345678"), new("From", "+33184800000"), new("CallStatus", "ringing")];

    /// <summary>Made by the Lab's telephone network, which has lines of its own for it.</summary>
    private static readonly string Signature = WebhookSignature.Of(Token, Address, Posted);

    [TestCase("https://hub.example/status?attempt=7&leg=agent", true)]
    [TestCase("https://hub.example:8443/status?attempt=7&leg=agent", true)]
    [TestCase("https://Hub.example/status?attempt=7&leg=agent", false)]
    [TestCase("http://hub.example/status?attempt=7&leg=agent", false)]
    [TestCase("https://hub.example/status?leg=agent&attempt=7", false)]
    [TestCase("https://hub.example/status", false)]
    [TestCase("https://evil.example/status?attempt=7&leg=agent", false)]
    [TestCase("hub", false)]
    public void The_address_counts_letter_by_letter_but_for_its_port(string url, bool good) =>
        Assert.That(TwilioSignature.IsGood(Token, url, Posted, Signature), Is.EqualTo(good));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("é")]
    [TestCase("c2lnbmVkIGJ5IG5vYm9keQ==")]
    public void Another_signature_is_refused(string? signature) => Assert.That(TwilioSignature.IsGood(Token, Address, Posted, signature), Is.False);

    [Test]
    public void Another_token_is_refused() => Assert.That(TwilioSignature.IsGood("another", Address, Posted, Signature), Is.False);

    [Test]
    public void Every_parameter_counts_and_their_order_does_not()
    {
        Assert.That(TwilioSignature.IsGood(Token, Address, Posted.Reverse(), Signature), Is.True);
        Assert.That(TwilioSignature.IsGood(Token, Address, Posted[1..], Signature), Is.False);
        Assert.That(TwilioSignature.IsGood(Token, Address, [.. Posted, new("More", "")], Signature), Is.False);
    }

    [Test]
    public void Every_vector_of_Twilios_own_libraries_comes_out_as_they_say()
    {
        using var file = File.OpenRead(Corpora.Path("f_twilio", "signature_vectors.json"));
        var vectors = JsonDocument.Parse(file).RootElement.EnumerateArray().ToList();
        Assert.That(vectors, Has.Count.GreaterThan(20));
        // Contested ones are the case of the host: twilio-csharp's word is taken, the stricter one.
        Assert.Multiple(() =>
        {
            foreach (var vector in vectors)
                Assert.That(IsGood(vector), Is.EqualTo(vector.GetProperty("valid").GetBoolean()), vector.GetProperty("note").GetString());
        });
    }

    private static bool IsGood(JsonElement vector)
    {
        var (token, url, signature) = (Text("authToken"), Text("url"), Text("signature"));
        return vector.TryGetProperty("body", out var body)
            ? TwilioSignature.IsGoodForBody(token, url, Encoding.UTF8.GetBytes(body.GetString()!), signature)
            : TwilioSignature.IsGood(token, url, vector.GetProperty("params").EnumerateObject().SelectMany(Values), signature);

        string Text(string name) => vector.GetProperty(name).GetString()!;
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(JsonProperty parameter) => parameter.Value.ValueKind == JsonValueKind.Array
        ? parameter.Value.EnumerateArray().Select(value => KeyValuePair.Create(parameter.Name, value.GetString()!))
        : [KeyValuePair.Create(parameter.Name, parameter.Value.GetString()!)];
}
