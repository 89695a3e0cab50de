using NUnit.Framework;
using SupportHub.AgentsWeb.Composer;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web;

public sealed class StagingTests
{
    private static readonly Attachment There = new(7, "there.pdf", "application/pdf", 3);

    [Test]
    public void A_message_that_waits_is_ready_when_the_last_of_its_files_is_there()
    {
        var staging = Given(1, 2);
        staging.SendWhenThere(note: false, byMail: false);
        staging.End(1, There, UploadTrouble.Failed);
        Assert.That(staging.IsReady, Is.False);
        staging.End(2, There, UploadTrouble.Failed);
        Assert.That((staging.IsReady, staging.Due), Is.EqualTo((true, (bool?)false)));
        Assert.That(staging.Take(), Has.Count.EqualTo(2));
        Assert.That((staging.IsReady, staging.Files.Count), Is.EqualTo((false, 0)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void What_waits_for_a_file_remembers_the_way_that_its_author_was_told(bool byMail)
    {
        var staging = Given(1);
        staging.SendWhenThere(note: false, byMail);
        Assert.That(staging.DueByMail, Is.EqualTo(byMail));
    }

    [Test]
    public void A_file_that_does_not_come_gives_the_message_back_to_its_author()
    {
        var staging = Given(1, 2);
        staging.SendWhenThere(note: false, byMail: false);
        Assert.That(staging.End(1, null, UploadTrouble.TooLarge), Is.True);
        staging.End(2, There, UploadTrouble.Failed);
        Assert.That(staging.IsReady, Is.False);
        Assert.That(staging.Take(), Has.Count.EqualTo(1));
        Assert.That(staging.Files.Select(f => f.Trouble), Is.EqualTo(new[] { UploadTrouble.TooLarge }));
    }

    [Test]
    public void Nothing_goes_out_by_itself_without_a_file_that_was_taken_away()
    {
        var staging = Given(1);
        staging.SendWhenThere(note: true, byMail: false);
        staging.Remove(1);
        Assert.That((staging.UnderWay, staging.IsReady), Is.EqualTo((false, false)));
        Assert.That(staging.End(1, null, UploadTrouble.Failed), Is.False);
    }

    [Test]
    public void The_next_page_has_what_is_there_and_says_what_was_not_sent()
    {
        var staging = Given(1, 2, 3, 4);
        staging.End(1, There, UploadTrouble.Failed);
        staging.End(3, null, UploadTrouble.TooLarge);
        staging.End(4, null, UploadTrouble.Failed);
        var again = KeptUpload.Read(KeptUpload.Write(new Dictionary<long, Staging> { [9] = staging })).Select((kept, at) => kept.Again(at)).ToList();
        Assert.That(again.Select(u => (u.Name, u.Done, u.Trouble)), Is.EqualTo(new[]
        {
            ("1.pdf", There, (UploadTrouble?)null),
            ("2.pdf", null, UploadTrouble.PageLeft),
            ("4.pdf", null, UploadTrouble.PageLeft),
        }));
        Assert.That(KeptUpload.Read("[{"), Is.Empty);
    }

    private static Staging Given(params int[] files)
    {
        var staging = new Staging();
        foreach (var id in files)
            staging.Add(new Upload(id, $"{id}.pdf"));
        return staging;
    }
}
