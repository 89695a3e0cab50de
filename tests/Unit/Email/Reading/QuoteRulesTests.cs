using CsCheck;
using NUnit.Framework;
using SupportHub.Email.Reading.Quotes;

namespace SupportHub.Unit.Email.Reading;

public sealed class QuoteRulesTests
{
    private static readonly string[] Introductions =
    [
        "On Mon, 3 Mar 2025 at 10:12, Anna Berg <anna@example.org> wrote:",
        "On Mar 3, 2025, at 10:12 AM, Anna Berg wrote:",
        "2025-03-03 10:12 GMT+01:00 Anna Berg <anna@example.org>:",
        "Le lun. 3 mars 2025 à 10:12, Anna Berg <anna@example.org> a écrit :",
        "Le 3 mars 2025 à 10:12, Anna Berg a écrit\u00a0:",
        "Le 03/03/2025 à 10:12, Anna Berg a écrit :",
        "Am Mo., 3. März 2025 um 10:12 Uhr schrieb Anna Berg <anna@example.org>:",
        "Am 03.03.2025 um 10:12 schrieb Anna Berg:",
        "Anna Berg <anna@example.org> schrieb am Mo., 3. März 2025, 10:12:",
        "El lun, 3 mar 2025 a las 10:12, Anna Berg (<anna@example.org>) escribió:",
        "Il giorno lun 3 mar 2025 alle ore 10:12 Anna Berg <anna@example.org> ha scritto:",
        "Op ma 3 mrt 2025 om 10:12 schreef Anna Berg <anna@example.org>:",
        "Em seg., 3 de mar. de 2025 às 10:12, Anna Berg <anna@example.org> escreveu:",
        "Den man. 3. mar. 2025 kl. 10.12 skrev Anna Berg <anna@example.org>:",
        "Den mån 3 mars 2025 kl 10:12 skrev Anna Berg <anna@example.org>:",
        "pon., 3 mar 2025 o 10:12 Anna Berg <anna@example.org> napisał(a):",
        "W dniu 3.03.2025 o 10:12, Anna Berg pisze:",
        "po 3. 3. 2025 v 10:12 odesílatel Anna Berg <anna@example.org> napsal:",
        "ma 3. maalisk. 2025 klo 10.12 Anna Berg (anna@example.org) kirjoitti:",
        "пн, 3 мар. 2025 г. в 10:12, Anna Berg <anna@example.org>:",
        "3 марта 2025 г., в 10:12, Anna Berg <anna@example.org> написал(а):",
        "2025年3月3日(月) 10:12 Anna Berg <anna@example.org>:",
        "2025/03/03 10:12、Anna Berg <anna@example.org>のメール:",
        "Anna Berg <anna@example.org> 于2025年3月3日周一 10:12写道：",
        "在 2025年3月3日，10:12，Anna Berg <anna@example.org> 写道：",
        "2025년 3월 3일 (월) 오전 10:12, Anna Berg <anna@example.org>님이 작성:",
        "---- On Mon, 03 Mar 2025 10:12:01 +0100 Anna Berg <anna@example.org> wrote ----",
    ];

    private static readonly string[] Headers =
    [
        "From: Anna Berg <anna@example.org>\nSent: Monday, March 3, 2025 10:12 AM\nTo: Jo <jo@example.com>\nSubject: Hello",
        "De : Anna Berg <anna@example.org>\nEnvoyé : lundi 3 mars 2025 10:12\nÀ : Jo <jo@example.com>\nObjet : Bonjour",
        "Von: Anna Berg <anna@example.org>\nGesendet: Montag, 3. März 2025 10:12\nAn: Jo <jo@example.com>\nBetreff: Hallo",
        "Gesendet: Montag, 03. März 2025 um 10:12 Uhr\nVon: \"Anna Berg\" <anna@example.org>\nAn: jo@example.com\nBetreff: Hallo",
        "De: Anna Berg <anna@example.org>\nEnviado: lunes, 3 de marzo de 2025 10:12\nPara: Jo <jo@example.com>\nAsunto: Hola",
        "Da: Anna Berg <anna@example.org>\nInviato: lunedì 3 marzo 2025 10:12\nA: Jo <jo@example.com>\nOggetto: Ciao",
        "Van: Anna Berg <anna@example.org>\nVerzonden: maandag 3 maart 2025 10:12\nAan: Jo <jo@example.com>\nOnderwerp: Hallo",
        "De: Anna Berg <anna@example.org>\nEnviada em: segunda-feira, 3 de março de 2025 10:12\nPara: Jo <jo@example.com>\nAssunto: Olá",
        "Fra: Anna Berg <anna@example.org>\nSendt: 3. marts 2025 10:12\nTil: Jo <jo@example.com>\nEmne: Hej",
        "Från: Anna Berg <anna@example.org>\nSkickat: den 3 mars 2025 10:12\nTill: Jo <jo@example.com>\nÄmne: Hej",
        "Od: Anna Berg <anna@example.org>\nWysłano: poniedziałek, 3 marca 2025 10:12\nDo: Jo <jo@example.com>\nTemat: Cześć",
        "Od: Anna Berg <anna@example.org>\nOdesláno: pondělí 3. března 2025 10:12\nKomu: Jo <jo@example.com>\nPředmět: Ahoj",
        "Lähettäjä: Anna Berg <anna@example.org>\nLähetetty: maanantai 3. maaliskuuta 2025 10.12\nVastaanottaja: Jo <jo@example.com>\nAihe: Hei",
        "От: Anna Berg <anna@example.org>\nОтправлено: понедельник, 3 марта 2025 г. 10:12\nКому: Jo <jo@example.com>\nТема: Привет",
        "差出人: Anna Berg <anna@example.org>\n送信日時: 2025年3月3日 10:12\n宛先: Jo <jo@example.com>\n件名: こんにちは",
        "发件人: Anna Berg <anna@example.org>\n发送时间: 2025年3月3日 10:12\n收件人: Jo <jo@example.com>\n主题: 你好",
        "보낸 사람: Anna Berg <anna@example.org>\n보낸 날짜: 2025년 3월 3일 10:12\n받는 사람: Jo <jo@example.com>\n제목: 안녕",
        "-----Original Message-----\nFrom: Anna Berg",
        "-------- Message d'origine --------\nDe : Anna Berg",
        "-------- Ursprüngliche Nachricht --------\nVon: Anna Berg",
        "________________________________\nVon: Anna Berg <anna@example.org>\nGesendet: Montag, 3. März 2025 10:12\nAn: Jo <jo@example.com>\nBetreff: Hallo",
        "Message du 03/03/25 10:12\nDe : \"Anna Berg\" <anna@example.org>\nA : jo@example.com\nCopie à : \nObjet : Bonjour",
    ];

    private static readonly string[] DeviceLines =
    [
        "Sent from my iPhone", "Envoyé de mon iPhone", "Envoyé depuis l’application Mail Orange sur mon mobile", "Télécharger Outlook pour Android", "Von meinem iPhone gesendet", "Gesendet mit der GMX Mail App", "Enviado desde mi Galaxy",
        "Inviato da iPhone", "Verstuurd vanaf mijn iPad", "Enviado do meu iPhone", "Sendt fra min iPhone", "Skickat från min iPhone", "Wysłane z iPhone'a", "Odesláno z iPhonu", "Lähetetty iPhonesta", "Отправлено с iPhone", "iPhoneから送信", "发自我的iPhone", "나의 iPhone에서 보냄",
        "Get Outlook for iOS<https://aka.ms/o0ukef>", "Sent from Mail for Windows", "Sent with Proton Mail secure email.",
    ];

    /// <summary>Gmail's Russian one has no verb, and does not begin with a figure: it may be a person's line.</summary>
    private static IEnumerable<string> SureIntroductions => Introductions.Where(introduction => !introduction.StartsWith("пн,", StringComparison.Ordinal));

    [TestCaseSource(nameof(Introductions))]
    public void What_is_marked_below_an_introduction_is_folded(string introduction)
    {
        var split = QuoteRules.Split($"Thank you, it works.\n\n{introduction}\n> Did you try it?\n>\n> Anna");

        Assert.That(split.Written, Is.EqualTo("Thank you, it works."));
        Assert.That(split.Quoted, Does.StartWith(introduction));
        Assert.That(split.Quoted, Does.EndWith("> Anna"));
    }

    [TestCaseSource(nameof(SureIntroductions))]
    public void What_is_not_marked_is_folded_below_an_introduction_that_is_sure(string introduction)
    {
        Assert.That(QuoteRules.Split($"Thank you.\n\n{introduction}\n\nDid you try it?\nAnna").Written, Is.EqualTo("Thank you."));
    }

    [TestCaseSource(nameof(Headers))]
    public void A_quoted_header_begins_the_earlier_mail(string header)
    {
        var split = QuoteRules.Split($"Merci.\n\n{header}\n\nDid you try it?");

        Assert.That(split.Written, Is.EqualTo("Merci."));
        Assert.That(split.Passages[^1], Is.EqualTo(new Passage(PassageKind.Quoted, header, "Did you try it?")));
    }

    [TestCaseSource(nameof(DeviceLines))]
    public void A_devices_line_is_no_word_of_the_sender(string line)
    {
        var split = QuoteRules.Split($"It is on my phone.\n\n{line}\n");

        Assert.That((split.Written, split.Signature), Is.EqualTo(("It is on my phone.", line)));
    }

    [TestCase("Sent from my desk, since the phone is broken.")]
    [TestCase("Sent from my office to yours last week.")]
    [TestCase("I sent it with the wrong address.")]
    [TestCase("Envoyé par erreur")]
    [TestCase("Enviado ayer")]
    public void A_sentence_that_begins_like_one_is_the_senders(string line) => Assert.That(QuoteRules.Split("Hello\n\n" + line).Written, Does.EndWith(line));

    [Test]
    public void An_answer_between_the_lines_stays_whole_with_what_it_answers()
    {
        var split = QuoteRules.Split("See below.\n\nOn Mon, 3 Mar 2025 at 10:12, Anna <a@example.org> wrote:\n> First?\n\nYes.\n\n> Second?\n\nNo.\n\n> Anna");

        Assert.That(split.Written, Is.EqualTo("See below.\n\n> First?\n\nYes.\n\n> Second?\n\nNo."));
        Assert.That(split.Quoted, Does.Contain("> Anna"));
    }

    [Test]
    public void An_answer_below_the_quotation_is_shown_without_it()
    {
        var split = QuoteRules.Split("On Mon, 3 Mar 2025 at 10:12, Anna <a@example.org> wrote:\n> Did it work?\n\nYes, it did.");

        Assert.That(split.Written, Is.EqualTo("Yes, it did."));
    }

    [TestCase("On your server you can run:\n\n  telnet 127.0.0.1\n\nThat shows it.")]
    [TestCase("On 12/05/2025 Marie from your team wrote:\n\nwe will refund you\n\nWhere is my refund?")]
    [TestCase("From: Paris\nTo: Rome\nDate: tomorrow\n\nCan I change it?")]
    [TestCase("The mail has this header:\nReceived: from a.example.org\nFrom: a@example.org\nTo: b@example.org\nSubject: x\nWhy was it refused?")]
    [TestCase("Before\n-----\nAfter the line I go on.")]
    [TestCase("My colleague wrote:\nnothing works\nand I agree")]
    [TestCase("> only this")]
    [TestCase("a > b\nc < d:\ne")]
    [TestCase("Open at:\n10:12:\n2025-03-03 12:00:\nboth times it failed")]
    public void What_only_looks_like_a_quotation_is_the_senders(string text) => Assert.That(QuoteRules.Split(text).Written, Is.EqualTo(text));

    [Test]
    public void A_mail_passed_on_is_kept_apart()
    {
        var split = QuoteRules.Split("Is this from you?\n\n---------- Forwarded message ---------\nFrom: X <x@example.org>\nDate: Mon, 3 Mar 2025\nSubject: Pay\nTo: <me@example.org>\n\nPay now.");

        Assert.That(split.Written, Is.EqualTo("Is this from you?"));
        Assert.That(split.Forwarded, Does.EndWith("Pay now."));
        Assert.That(split.Quoted, Is.Empty);
        Assert.That(split.Shown, Does.Contain("Pay now."));
    }

    [Test]
    public void A_signature_is_kept_apart()
    {
        var split = QuoteRules.Split("It works.\n-- \nJean Dupont\n01 23 45 67 89\n\nOn Mon, 3 Mar 2025 at 10:12, Anna <a@example.org> wrote:\n> Hello");

        Assert.That((split.Written, split.Signature), Is.EqualTo(("It works.", "-- \nJean Dupont\n01 23 45 67 89")));
    }

    /// <summary>Whatever the lines: each is in a passage, once, and in order.</summary>
    [Test]
    public void Nothing_is_ever_taken_away()
    {
        var lines = Introductions.Concat(Headers).Concat(DeviceLines).Concat(["> quoted", ">> deeper", "words", "", "  indented", "-- ", "-----", "________", "wrote:", "<a@b>", "> wrote:", "Subject: x", "---------- Forwarded message ---------", "other words:"]).ToArray();
        Gen.Int[0, lines.Length - 1].Select(at => lines[at]).List[0, 30].Sample(chosen =>
        {
            var text = string.Join('\n', chosen);
            var split = QuoteRules.Split(text);
            var kept = string.Concat(split.Passages.Select(passage => passage.Head + passage.Text));
            return Squeezed(kept) == Squeezed(text) && Letters(split.Written + split.Signature + split.Forwarded + split.Quoted) == Letters(text);
        });
    }

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static string Letters(string text) => string.Concat(Squeezed(text).Order());
}
