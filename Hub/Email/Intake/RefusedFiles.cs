using SupportHub.Email.Reading;
using SupportHub.Shared;

namespace SupportHub.Email.Intake;

/// <summary>Which files of a mail are taken. Pure.</summary>
public static class RefusedFiles
{
    private const string Unnamed = "…";

    /// <returns>In the mail's order. Pictures that are shown in the mail's page are neither.</returns>
    public static (IReadOnlyList<MailFile> Taken, IReadOnlyList<RefusedFile> Refused) Sort(ReadMail mail)
    {
        var isCut = mail.LookAt.Contains(LookReason.Cut);
        var whole = isCut ? mail.Files.SkipLast(1).ToList() : mail.Files;
        var attached = whole.Where(f => !f.IsInline || mail.Html is null).ToLookup(f => f.Size <= IntakeLimits.File);
        List<RefusedFile> refused = [.. attached[false].Select(f => new RefusedFile(f.Name, f.Size))];
        if (isCut)
            refused.Add(new RefusedFile(mail.Files.Count > 0 ? mail.Files[^1].Name : Unnamed, null));
        return ([.. attached[true]], refused);
    }
}
