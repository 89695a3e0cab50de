using System.Text;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using SupportHub.Callbacks.Twilio;
using static SupportHub.Unit.Callbacks.Twilio.ScriptedTwilio;

namespace SupportHub.Unit.Callbacks.Twilio;

public sealed class TwilioLineTests
{
    private static readonly PhoneAccount Account = new("AC1", "SK1", "s€cret");
    private static readonly CallOrder Order = new("+33612345678", "+33184800000", new Uri("https://hub.example/voice"), new Uri("https://hub.example/status")) { RingSeconds = 20, LimitSeconds = 1800 };
    private readonly FakeTimeProvider _clock = new();

    [Test]
    public async Task A_call_is_ordered_with_a_form_and_basic_authentication()
    {
        using var twilio = new ScriptedTwilio(Says(201, Call));

        Assert.That(await Place(twilio), Is.EqualTo(new Placement.Placed("CA00000000000000000000000000000001")));
        var (request, body) = twilio.Asked.Single();
        Assert.That((request.Method, request.RequestUri!.AbsoluteUri), Is.EqualTo((HttpMethod.Post, "https://api.twilio.com/2010-04-01/Accounts/AC1/Calls.json")));
        Assert.That(Encoding.UTF8.GetString(Convert.FromBase64String(request.Headers.Authorization!.Parameter!)), Is.EqualTo("SK1:s€cret"));
        Assert.That(request.Content!.Headers.ContentType!.MediaType, Is.EqualTo("application/x-www-form-urlencoded"));
        Assert.That(body, Is.EqualTo("To=%2B33612345678&From=%2B33184800000&Url=https%3A%2F%2Fhub.example%2Fvoice&Method=POST&StatusCallback=https%3A%2F%2Fhub.example%2Fstatus&StatusCallbackMethod=POST"
            + "&StatusCallbackEvent=initiated&StatusCallbackEvent=ringing&StatusCallbackEvent=answered&StatusCallbackEvent=completed&Timeout=20&TimeLimit=1800"));
    }

    [TestCase(null, null, "https://api.twilio.com/")]
    [TestCase("ie1", "dublin", "https://api.dublin.ie1.twilio.com/")]
    [TestCase("ie1", null, "https://api.ie1.twilio.com/")]
    [TestCase(null, "frankfurt", "https://api.frankfurt.us1.twilio.com/")]
    public void Region_and_edge_are_in_the_host(string? region, string? edge, string address) =>
        Assert.That((Account with { Region = region, Edge = edge }).Base.AbsoluteUri, Is.EqualTo(address));

    [Test]
    public async Task Another_address_than_Twilios_can_be_set()
    {
        using var twilio = new ScriptedTwilio(Says(201, Call));
        await new TwilioLine(twilio, _clock).Place(Account with { Address = new Uri("http://127.0.0.1:5084") }, Order, default);
        Assert.That(twilio.Asked.Single().Request.RequestUri!.AbsoluteUri, Is.EqualTo("http://127.0.0.1:5084/2010-04-01/Accounts/AC1/Calls.json"));
    }

    [TestCase(400, 21211, LineTrouble.NumberInvalid)]
    [TestCase(400, 21210, LineTrouble.CallerNotVerified)]
    [TestCase(400, 21212, LineTrouble.CallerNotVerified)]
    [TestCase(400, 21214, LineTrouble.Unreachable)]
    [TestCase(400, 21217, LineTrouble.Unreachable)]
    [TestCase(400, 21215, LineTrouble.CountryNotEnabled)]
    [TestCase(400, 21219, LineTrouble.TrialUnverified)]
    [TestCase(401, 20003, LineTrouble.SignIn)]
    [TestCase(404, 20404, LineTrouble.NotFound)]
    [TestCase(429, 20429, LineTrouble.TooFast)]
    [TestCase(400, 99999, LineTrouble.Other)]
    public async Task A_refusal_says_that_nothing_was_dialled_and_why(int status, int code, LineTrouble trouble)
    {
        using var twilio = new ScriptedTwilio(Error(status, code, "In Twilio's words."));

        Assert.That(await Place(twilio), Is.EqualTo(new Placement.Refused(new LineRefusal(trouble, code, "In Twilio's words."))));
    }

    [Test]
    public async Task Too_fast_says_how_long_to_wait_and_is_not_tried_again_by_itself()
    {
        using var twilio = new ScriptedTwilio(Says(429, """{"code":20429,"message":"Too Many Requests"}""", retryAfter: "7"));

        Assert.That(((Placement.Refused)await Place(twilio)).Why, Is.EqualTo(new LineRefusal(LineTrouble.TooFast, 20429, "Too Many Requests", TimeSpan.FromSeconds(7))));
        Assert.That(twilio.Asked, Has.Count.EqualTo(1));
    }

    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    [TestCase(408)]
    [TestCase(307)]
    [TestCase(200)]
    public async Task An_answer_that_does_not_say_what_happened_is_unclear_and_never_asked_again(int status)
    {
        using var twilio = new ScriptedTwilio(Says(status, "<html>"));

        Assert.That(await Place(twilio), Is.InstanceOf<Placement.Unclear>());
        Assert.That(twilio.Asked, Has.Count.EqualTo(1));
    }

    [TestCase(HttpRequestError.ResponseEnded)]
    [TestCase(HttpRequestError.InvalidResponse)]
    [TestCase(HttpRequestError.Unknown)]
    public async Task A_line_that_breaks_after_the_order_went_out_is_unclear_and_never_asked_again(HttpRequestError error)
    {
        using var twilio = new ScriptedTwilio(Fails(error));

        Assert.That(await Place(twilio), Is.InstanceOf<Placement.Unclear>());
        Assert.That(twilio.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task No_answer_in_time_is_unclear()
    {
        using var twilio = new ScriptedTwilio(Silence());
        Assert.That(await Place(twilio), Is.InstanceOf<Placement.Unclear>());
    }

    [Test]
    public async Task A_placement_that_is_cancelled_is_unclear()
    {
        using var twilio = new ScriptedTwilio(Silence());
        using var cancelled = new CancellationTokenSource();
        var placing = new TwilioLine(twilio, _clock).Place(Account, Order, cancelled.Token);
        await cancelled.CancelAsync();
        Assert.That(await placing, Is.InstanceOf<Placement.Unclear>());
    }

    [TestCase(HttpRequestError.NameResolutionError)]
    [TestCase(HttpRequestError.ConnectionError)]
    [TestCase(HttpRequestError.SecureConnectionError)]
    public async Task Where_no_connection_came_about_nothing_was_dialled(HttpRequestError error)
    {
        using var twilio = new ScriptedTwilio(Fails(error));
        Assert.That(await Place(twilio), Is.EqualTo(new Placement.Refused(new LineRefusal(LineTrouble.NoConnection))));
    }

    [Test]
    public async Task Reading_is_tried_again_a_few_times()
    {
        using var twilio = new ScriptedTwilio(Says(503), Fails(HttpRequestError.ResponseEnded), Says(429, retryAfter: "2"), Says(200, Call));

        var answer = await Turning(new TwilioLine(twilio, _clock).Fetch(Account, "CA1", default));
        Assert.That(answer.Value!.Status, Is.EqualTo(LegStatus.Initiated));
        Assert.That(twilio.Asked, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Reading_gives_up_and_says_so()
    {
        using var twilio = new ScriptedTwilio(Says(503));

        var answer = await Turning(new TwilioLine(twilio, _clock).List(Account, new CallSearch(), default));
        Assert.That(answer.Refusal!.Trouble, Is.EqualTo(LineTrouble.ServiceAway));
        Assert.That(twilio.Asked, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task What_is_certain_is_not_asked_again()
    {
        using var twilio = new ScriptedTwilio(Error(400, 21220));

        Assert.That((await new TwilioLine(twilio, _clock).End(Account, "CA1", default)).Refusal!.Trouble, Is.EqualTo(LineTrouble.AlreadyOver));
        Assert.That(twilio.Asked.Single().Body, Is.EqualTo("Status=completed"));
    }

    [Test]
    public async Task Calls_are_listed()
    {
        using var twilio = new ScriptedTwilio(Says(200, $$"""{"calls":[{{Call}},{{Call}}],"page":0}"""));
        Assert.That((await new TwilioLine(twilio, _clock).List(Account, new CallSearch(To: "+33612345678"), default)).Value, Has.Count.EqualTo(2));
    }

    [Test]
    public void Every_trouble_has_a_sentence_in_both_languages()
    {
        foreach (var trouble in Enum.GetValues<LineTrouble>().Where(t => t != LineTrouble.Other))
        {
            var refusal = new LineRefusal(trouble, Said: "21211");
            Assert.That(LineWords.Say(refusal, french: true), Does.EndWith(".").Or.EndWith("?").And.Not.Contain("21211"), $"{trouble}");
            Assert.That(LineWords.Say(refusal, french: false), Does.EndWith(".").Or.EndWith("?").And.Not.Contain("21211").And.Not.EqualTo(LineWords.Say(refusal, french: true)), $"{trouble}");
        }
        Assert.That(LineWords.Say(new LineRefusal(LineTrouble.Other, Said: "Odd"), french: true), Is.EqualTo("Twilio dit : « Odd »"));
    }

    [Test]
    public void Neither_secrets_nor_numbers_are_written_by_accident() =>
        Assert.That($"{Account} {Order} {new CallSearch("+33612345678")} {new LineRefusal(LineTrouble.Other, 1, "+33612345678")}", Does.Not.Contain("33").And.Not.Contain("s€cret"));

    private Task<Placement> Place(ScriptedTwilio twilio) => new TwilioLine(twilio, _clock).Place(Account, Order, default);

    private async Task<T> Turning<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        return await work;
    }
}
