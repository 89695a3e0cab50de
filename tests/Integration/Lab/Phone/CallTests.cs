using NUnit.Framework;
using SupportHub.Callbacks.Twilio;
using SupportHub.Tests;
using static SupportHub.Integration.Lab.Phone.PhoneWorld;

namespace SupportHub.Integration.Lab.Phone;

/// <summary>Calls on the Lab's telephone network, from the order to the last report.</summary>
public sealed class CallTests
{
    private PhoneWorld _world = null!;

    [SetUp]
    public async Task Start() => _world = await PhoneWorld.Start();

    [TearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task An_agent_is_called_presses_a_key_and_talks_with_the_customer()
    {
        var hub = _world.Hub;
        hub.Answer("/voice", $"<Response><Gather numDigits='1' timeout='5' action='/key?attempt=7&amp;x=%C3%A9'><Say language='fr-FR'>Lucie &lt;attend&gt;</Say><Pause length='60'/></Gather><Hangup/></Response>");
        hub.Answer("/key", Dial());
        hub.Answer("/dialled", "<Response><Say>Bye</Say><Hangup/></Response>");

        var sid = await _world.Placed();
        Assert.That((await _world.Fetch(sid)).Status, Is.AnyOf(LegStatus.Initiated, LegStatus.Ringing));
        await _world.Sees(Claire, "Ringing, from +33184800000");
        await _world.Do(Claire, "pick-up");
        await _world.Sees(Claire, "<li lang=\"fr-FR\">Lucie <attend></li>");
        await _world.Do(Claire, "key", "1");
        await _world.Do(Lucie, "pick-up");
        await _world.Sees(Claire, "Talking with Lucie");
        await _world.Sees(Lucie, "Talking with Claire <Muller>");
        _world.Clock.Advance(TimeSpan.FromSeconds(42));
        await _world.Do(Lucie, "hang-up");

        await Eventually.Succeeds(() =>
        {
            Assert.That(hub.Reports(Lucie), Is.EqualTo(new[] { "initiated", "ringing", "in-progress", "completed" }));
            Assert.That(hub.Reports(Claire), Is.EqualTo(new[] { "initiated", "ringing", "in-progress", "completed" }));
            return Task.CompletedTask;
        });
        Assert.That(hub.All, Has.All.Property(nameof(Told.IsSigned)).True);
        Assert.That(hub.At("/key").Single()["Digits"], Is.EqualTo("1"));
        var dialled = hub.At("/dialled").Single().Report.Dialled!;
        Assert.That((dialled.Status, dialled.Seconds), Is.EqualTo((LegStatus.Completed, (int?)42)));
        var last = hub.At("/status").Last(told => told["To"] == Lucie);
        Assert.That((last["CallSid"], last["ParentCallSid"], last["CallDuration"], last["SequenceNumber"], last["From"]), Is.EqualTo((dialled.Sid, sid, "42", "3", Company)));
        Assert.That(await _world.Card(Claire), Does.Contain("Bye"));
        Assert.That((await _world.Fetch(sid)).Status, Is.EqualTo(LegStatus.Completed));
        Assert.That((await _world.Calls(new CallSearch(Parent: sid))).Single(), Is.EqualTo(await _world.Fetch(dialled.Sid!)));
    }

    [Test]
    public async Task A_phone_that_nobody_picks_up_rings_as_long_as_was_said()
    {
        var sid = await _world.Placed(_world.Order() with { RingSeconds = 25 });
        await _world.Sees(Claire, "Ringing");
        _world.Clock.Advance(TimeSpan.FromSeconds(24));
        Assert.That((await _world.Fetch(sid)).Status, Is.EqualTo(LegStatus.Ringing));
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await Ends(sid, LegStatus.NoAnswer);
    }

    [Test]
    public async Task A_declined_call_is_busy()
    {
        var sid = await _world.Placed();
        await _world.Do(Claire, "decline");
        await Ends(sid, LegStatus.Busy);
    }

    [TestCase("Busy", LegStatus.Busy)]
    [TestCase("Fails", LegStatus.Failed)]
    public async Task A_phone_can_have_a_habit(string habit, LegStatus status)
    {
        await _world.Habit(Claire, habit);
        await Ends(await _world.Placed(), status);
    }

    [Test]
    public async Task A_phone_in_a_call_is_busy_for_another()
    {
        _world.Hub.Answer("/voice", "<Response><Pause length='600'/></Response>");
        await _world.Habit(Claire, "PicksUp");
        var first = await _world.Placed();
        await _world.Sees(Claire, "A voice is on the line");
        await Ends(await _world.Placed(), LegStatus.Busy);
        Assert.That((await _world.Fetch(first)).Status, Is.EqualTo(LegStatus.Answered));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Voicemail_is_told_from_a_person(bool habit)
    {
        if (habit)
            await _world.Habit(Claire, "Voicemail");
        _world.Hub.Answer("/voice", "<Response><Say>Word</Say></Response>");
        var sid = await _world.Placed(_world.Order() with { DetectMachine = true });
        if (!habit)
            await _world.Do(Claire, "voicemail");
        await Ends(sid, LegStatus.Completed);
        Assert.That(_world.Hub.At("/voice").Single().Report.By, Is.EqualTo(AnsweredBy.Machine));
        Assert.That((await _world.Fetch(sid)).By, Is.EqualTo(AnsweredBy.Machine));
        Assert.That(await _world.Card(Claire), Does.Contain("Word"), "what was said to it can be read");
    }

    [Test]
    public async Task No_key_in_time_is_told_where_that_is_wanted()
    {
        _world.Hub.Answer("/voice", "<Response><Gather numDigits='1' timeout='8' action='/key' actionOnEmptyResult='true'><Say>x</Say></Gather></Response>");
        _world.Hub.Answer("/key", "<Response><Hangup/></Response>");
        await _world.Habit(Claire, "PicksUp");
        var sid = await _world.Placed();
        await _world.Turning(TimeSpan.FromSeconds(1), () => Ends(sid, LegStatus.Completed, wait: false));
        Assert.That(_world.Hub.At("/key").Single().Report.Keys, Is.Empty);
    }

    [Test]
    public async Task Whoever_hangs_up_while_the_customers_phone_rings_ends_that()
    {
        _world.Hub.Answer("/voice", Dial());
        _world.Hub.Answer("/dialled", "<Response><Hangup/></Response>");
        await _world.Habit(Claire, "PicksUp");
        await _world.Placed();
        await _world.Sees(Lucie, "Ringing");
        await _world.Do(Claire, "hang-up");
        await Eventually.Succeeds(() =>
        {
            Assert.That(_world.Hub.Reports(Lucie), Is.EqualTo(new[] { "initiated", "ringing", "canceled" }));
            Assert.That(_world.Hub.At("/dialled").Single().Report.Dialled!.Status, Is.EqualTo(LegStatus.Canceled));
            return Task.CompletedTask;
        });
        Assert.That(await _world.Card(Lucie), Does.Contain("The caller hung up"));
    }

    [Test]
    public async Task A_customer_who_does_not_answer_is_told_to_the_action()
    {
        _world.Hub.Answer("/voice", Dial());
        _world.Hub.Answer("/dialled", "<Response><Say>Sorry</Say></Response>");
        await _world.Habit(Claire, "PicksUp");
        var sid = await _world.Placed();
        await _world.Sees(Lucie, "Ringing");
        _world.Clock.Advance(TimeSpan.FromSeconds(20));
        await Ends(sid, LegStatus.Completed);
        Assert.That(_world.Hub.At("/dialled").Single().Report.Dialled!.Status, Is.EqualTo(LegStatus.NoAnswer));
    }

    [Test]
    public async Task A_call_ends_at_its_limit()
    {
        _world.Hub.Answer("/voice", "<Response><Pause length='100000'/></Response>");
        await _world.Habit(Claire, "PicksUp");
        var sid = await _world.Placed(_world.Order() with { LimitSeconds = 60 });
        await _world.Sees(Claire, "A voice is on the line");
        _world.Clock.Advance(TimeSpan.FromSeconds(60));
        await Ends(sid, LegStatus.Completed);
    }

    [Test]
    public async Task Calls_are_ended_over_the_API_whether_they_ring_or_are_under_way()
    {
        _world.Hub.Answer("/voice", "<Response><Pause length='600'/></Response>");
        var ringing = await _world.Placed();
        await _world.Sees(Claire, "Ringing");
        await _world.Line.End(_world.Account, ringing, default);
        await Ends(ringing, LegStatus.Canceled);

        await _world.Habit(Claire, "PicksUp");
        var talking = await _world.Placed();
        await _world.Sees(Claire, "A voice is on the line");
        await _world.Line.End(_world.Account, talking, default);
        await Ends(talking, LegStatus.Completed);
        Assert.That((await _world.Line.End(_world.Account, talking, default)).Refusal!.Trouble, Is.EqualTo(LineTrouble.AlreadyOver));
    }

    [Test]
    public async Task A_machine_is_left_a_word_and_the_agent_is_free()
    {
        _world.Hub.Answer("/voice", Dial(machine: true));
        _world.Hub.Answer("/dialled", "<Response><Say>It was voicemail</Say></Response>");
        _world.Hub.Answer("/word", "<Response><Say>We tried to call</Say></Response>");
        await _world.Habit(Claire, "PicksUp");
        await _world.Habit(Lucie, "Voicemail");
        await _world.Placed();
        var machine = await Eventually.Gives(() => _world.Hub.At("/status").FirstOrDefault(told => told["AnsweredBy"].Length > 0));
        Assert.That(machine.Report.By, Is.EqualTo(AnsweredBy.Machine));
        await _world.Sees(Claire, "Talking with Lucie");
        await _world.Line.Redirect(_world.Account, machine["CallSid"], new Uri(_world.Hub.Address, "/word"), default);
        await _world.Sees(Lucie, "We tried to call");
        await _world.Sees(Claire, "It was voicemail");
        Assert.That(_world.Hub.At("/dialled").Single().Report.Dialled!.Status, Is.EqualTo(LegStatus.Completed));
    }

    [Test]
    public async Task Redirects_are_followed_relative_to_their_page_and_by_GET_where_that_is_said()
    {
        _world.Hub.Answer("/voice", "<Response><Redirect method='GET'>there?x=1</Redirect><Say>never</Say></Response>");
        _world.Hub.Answer("/there", "<Response><Say>here</Say><Play>https://example.org/tune.mp3</Play><Reject/></Response>");
        await _world.Habit(Claire, "PicksUp");
        await Ends(await _world.Placed(), LegStatus.Completed);
        Assert.That((_world.Hub.At("/there").Single().Method, _world.Hub.At("/there").Single().IsSigned), Is.EqualTo(("GET", true)));
        Assert.That(await _world.Card(Claire), Does.Contain("here").And.Contain("♪ https://example.org/tune.mp3").And.Not.Contain("never"));
    }

    [TestCase("no xml")]
    [TestCase("<Answer/>")]
    [TestCase("<Response><Dial timeout='soon'>+33612345678</Dial></Response>")]
    [TestCase(null)]
    public async Task A_hub_that_gives_no_TwiML_has_the_call_end_and_the_page_say_so(string? answer)
    {
        if (answer is not null)
            _world.Hub.Answer("/voice", answer);
        await _world.Habit(Claire, "PicksUp");
        await Ends(await _world.Placed(), LegStatus.Completed);
        Assert.That(await _world.Page(), Does.Contain("Requests that came to nothing").And.Contain("/voice?attempt=7"));
    }

    private static string Dial(bool machine = false) =>
        $"<Response><Dial action='/dialled' callerId='{Company}' timeout='20' timeLimit='600'><Number statusCallback='/status' statusCallbackEvent='initiated ringing answered completed'"
        + $"{(machine ? " machineDetection='Enable' amdStatusCallback='/status'" : "")}>{Lucie}</Number></Dial></Response>";

    private Task Ends(string sid, LegStatus status, bool wait = true)
    {
        return wait ? Eventually.Succeeds(Look) : Look();

        async Task Look() => Assert.That((await _world.Fetch(sid)).Status, Is.EqualTo(status));
    }
}
