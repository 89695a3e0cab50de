using NUnit.Framework;
using SupportHub.Callbacks.Twilio;

namespace SupportHub.Unit.Callbacks.Twilio;

public sealed class StatusReportTests
{
    [Test]
    public void A_status_callback_is_read()
    {
        var report = Read(("CallSid", "CA2"), ("AccountSid", "AC1"), ("ParentCallSid", "CA1"), ("CallStatus", "completed"), ("CallDuration", "42"), ("AnsweredBy", "machine_end_beep"), ("SequenceNumber", "3"));
        Assert.That(report, Is.EqualTo(new StatusReport("AC1", "CA2", "CA1", LegStatus.Completed, AnsweredBy.Machine, 42, null, null)));
    }

    [TestCase("", "")]
    [TestCase("1", "1")]
    public void No_key_in_time_is_told_from_no_question(string digits, string keys)
    {
        Assert.That(Read(("CallSid", "CA1"), ("AccountSid", "AC1"), ("Digits", digits))!.Keys, Is.EqualTo(keys));
        Assert.That(Read(("CallSid", "CA1"), ("AccountSid", "AC1"))!.Keys, Is.Null);
    }

    [TestCase("completed", LegStatus.Completed)]
    [TestCase("answered", LegStatus.Completed)]
    [TestCase("no-answer", LegStatus.NoAnswer)]
    [TestCase("busy", LegStatus.Busy)]
    [TestCase("failed", LegStatus.Failed)]
    [TestCase("canceled", LegStatus.Canceled)]
    public void What_came_of_a_dial_is_read(string word, LegStatus status) =>
        Assert.That(
            Read(("CallSid", "CA1"), ("AccountSid", "AC1"), ("CallStatus", "in-progress"), ("DialCallStatus", word), ("DialCallSid", "CA2"), ("DialCallDuration", "7"))!.Dialled,
            Is.EqualTo(new DialReport("CA2", status, 7)));

    [Test]
    public void A_request_about_no_call_is_none()
    {
        Assert.That(Read(("AccountSid", "AC1")), Is.Null);
        Assert.That(Read(("CallSid", "CA1"), ("AccountSid", "")), Is.Null);
    }

    private static StatusReport? Read(params (string Name, string Value)[] form) => StatusReport.Read(name => form.Where(f => f.Name == name).Select(f => f.Value).FirstOrDefault());
}
