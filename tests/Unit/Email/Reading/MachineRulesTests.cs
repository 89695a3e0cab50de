using System.Text;
using NUnit.Framework;
using SupportHub.Email.Reading;
using SupportHub.Email.Reading.Machines;

namespace SupportHub.Unit.Email.Reading;

public sealed class MachineRulesTests
{
    [TestCase("Auto-Submitted: auto-replied", MachineKind.AutoReply)]
    [TestCase("Auto-Submitted: auto-generated", MachineKind.AutoReply)]
    [TestCase("Auto-Submitted: no", MachineKind.None)]
    [TestCase("X-Autoreply: yes", MachineKind.AutoReply)]
    [TestCase("Precedence: auto_reply", MachineKind.AutoReply)]
    [TestCase("Return-Path: <>", MachineKind.AutoReply)]
    [TestCase("Return-Path: <jean@example.org>", MachineKind.None)]
    [TestCase("X-Auto-Response-Suppress: All", MachineKind.None)]
    [TestCase("List-Id: News <news.example.org>", MachineKind.List)]
    [TestCase("Precedence: bulk", MachineKind.List)]
    [TestCase("Content-Type: multipart/report; report-type=disposition-notification; boundary=b", MachineKind.AutoReply)]
    public void Fields_say_who_wrote(string field, MachineKind expected) => Assert.That(Judge($"{field}\nFrom: Jean <jean@example.org>\nSubject: Hello\n\nHello").Kind, Is.EqualTo(expected));

    [TestCase("Automatic reply: Invoice")]
    [TestCase("Réponse automatique : facture")]
    [TestCase("Abwesenheitsnotiz: Rechnung")]
    [TestCase("Out of Office")]
    [TestCase("自動返信: 請求書")]
    public void A_subject_alone_is_a_weak_sign(string subject)
    {
        var signs = Judge($"From: jean@example.org\nSubject: {subject}\n\nI am away.");

        Assert.That((signs.Kind, signs.IsCertain), Is.EqualTo((MachineKind.AutoReply, false)));
    }

    [TestCase("Re: Automatic reply: Invoice")]
    [TestCase("Absence of my invoice")]
    [TestCase("Vacation rental: my site is down")]
    [TestCase("Automatic reply does not work")]
    public void A_person_may_write_about_automatic_replies(string subject) => Assert.That(Judge($"From: jean@example.org\nSubject: {subject}\n\nHelp.").Kind, Is.EqualTo(MachineKind.None));

    [TestCase("failed", "5.1.1", true)]
    [TestCase("failed", "4.4.1", false)]
    [TestCase("delayed", "4.4.1", false)]
    public void A_delivery_status_names_whom_and_why(string action, string status, bool permanent)
    {
        var bounce = Judge(Report($"Final-Recipient: rfc822; other@example.net\nOriginal-Recipient: rfc822; jo@example.com\nAction: {action}\nStatus: {status}\nDiagnostic-Code: smtp; 550 no such\n user here\n")).Bounce;

        Assert.That(bounce!.IsPermanent, Is.EqualTo(permanent));
        Assert.That(bounce.OriginalMessageId, Is.EqualTo("entry-7@hub.example"));
        Assert.That(bounce.Recipients, Is.EqualTo(new[] { new FailedRecipient("jo@example.com", permanent, status, "550 no such user here") }));
    }

    [Test]
    public void A_report_of_success_is_no_bounce() =>
        Assert.That(Judge(Report("Final-Recipient: rfc822; jo@example.com\nAction: delivered\nStatus: 2.0.0\n")).Kind, Is.EqualTo(MachineKind.AutoReply));

    [TestCase("Hi. This is the qmail program at mx.example.\nI wasn't able to deliver your message.\n\n<jo@example.com>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nTo: x@example.com\n", "jo@example.com", true)]
    [TestCase("A message could not be delivered. The following address(es) failed:\n\n  jo@example.com\n    host mx.example [192.0.2.1]: 452 4.2.2 mailbox full\n\n------ This is a copy of the message\n", "jo@example.com", false)]
    [TestCase("Your message to jo@example.com has been delayed and will be retried for 3 days.\n", "jo@example.com", false)]
    [TestCase("Votre message n'a pas pu être remis à\njo@example.com\n\nContactez postmaster@example.org\n", "jo@example.com", true)]
    [TestCase("Ihre Nachricht konnte nicht zugestellt werden.\n\n<jo@example.com>: 550 unbekannt\n", "jo@example.com", true)]
    public void A_daemons_words_name_whom_and_why(string text, string address, bool permanent)
    {
        var signs = Judge($"From: MAILER-DAEMON@mx.example\nSubject: failure notice\nContent-Type: text/plain; charset=utf-8\n\n{text}");

        Assert.That(signs.Kind, Is.EqualTo(MachineKind.Bounce));
        Assert.That(signs.Bounce!.Recipients.Select(recipient => (recipient.Address, recipient.IsPermanent)), Is.EqualTo(new[] { (address, permanent) }));
    }

    [TestCase("jean@example.org", "Fwd: Undelivered Mail Returned to Sender")]
    [TestCase("jean@example.org", "Mail delivery failed")]
    [TestCase("postmaster@client.example", "Re: failure notice")]
    [TestCase("postmaster@client.example", "My mails don't arrive")]
    public void A_customer_who_sends_on_what_came_back_is_a_person(string from, string subject) =>
        Assert.That(Judge($"From: {from}\nSubject: {subject}\n\nI get this, what is wrong?\n\nDelivery to the following recipient failed permanently:\n\n  jo@example.com\n\n550 5.1.1 User unknown").Kind, Is.EqualTo(MachineKind.None));

    [Test]
    public void A_bounce_that_a_customer_attached_is_not_his()
    {
        var attached = $"From: Jean <jean@example.org>\nSubject: What is this\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: text/plain\n\nPlease look.\n--o\nContent-Type: message/rfc822\n\n{Report("Final-Recipient: rfc822; jo@example.com\nAction: failed\nStatus: 5.1.1\n")}\n--o--\n";

        Assert.That(Judge(attached).Kind, Is.EqualTo(MachineKind.None));
    }

    [Test]
    public void A_complaint_is_a_feedback_report() =>
        Assert.That(Judge("From: fbl@example.net\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: text/plain\n\nAbuse\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n--b--\n").Kind, Is.EqualTo(MachineKind.FeedbackReport));

    private static MachineSigns Judge(string raw) => MailReading.Read(Encoding.UTF8.GetBytes(raw)).Machine;

    private static string Report(string group) =>
        $"From: MAILER-DAEMON@mx.example\nSubject: Undelivered\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nNo.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n{group}\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <entry-7@hub.example>\nSubject: x\n--b--\n";
}
