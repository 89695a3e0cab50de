using Dapper;
using SupportHub.Shared;
using SupportHub.Storage;
using SupportHub.Wording;

namespace SupportHub.Agents;

/// <summary>Makes and changes canned replies.</summary>
public sealed class CannedReplyDesk(Database database, CannedReplyDirectory replies, Ids ids)
{
    private const int ShortcutLimit = 32;

    public static List<FieldFault> Check(CannedReplyEdit edit)
    {
        var faults = new List<FieldFault>();
        var shortcut = edit.Shortcut?.Trim() ?? "";
        if (shortcut.Length is 0 or > ShortcutLimit || shortcut.Any(c => !char.IsLetterOrDigit(c) && c != '-'))
            faults.Add(new("shortcut", shortcut.Length == 0 ? Fault.Required : Fault.ShortcutInvalid));
        if (string.IsNullOrWhiteSpace(edit.Title))
            faults.Add(new("title", Fault.Required));
        else if (edit.Title.Trim().Length > 80)
            faults.Add(new("title", Fault.TooLong));
        if (string.IsNullOrWhiteSpace(edit.Body))
            faults.Add(new("body", Fault.Required));
        else if (edit.Body.Length > Protocol.BodyLimit)
            faults.Add(new("body", Fault.TooLong));
        if (edit.Language is not null && !CallerLanguage.Spoken.Contains(edit.Language))
            faults.Add(new("language", Fault.LanguageUnknown));
        return faults;
    }

    public Task<Saved<CannedReply>> Create(CannedReplyEdit edit) => Save(ids.Next(), edit,
        "INSERT INTO canned_replies (id, shortcut, title, language, body) VALUES (@Id, @Shortcut, @Title, @Language, @Body)");

    public Task<Saved<CannedReply>> Update(long id, CannedReplyEdit edit) => Save(id, edit,
        "UPDATE canned_replies SET shortcut = @Shortcut, title = @Title, language = @Language, body = @Body WHERE id = @Id");

    public async Task Delete(long id)
    {
        await using (var connection = await database.Open())
            await connection.ExecuteAsync("DELETE FROM canned_replies WHERE id = @id", new { id });
        await replies.Refresh();
    }

    private async Task<Saved<CannedReply>> Save(long id, CannedReplyEdit edit, string statement)
    {
        if (Check(edit) is { Count: > 0 } faults)
            return faults;
        var reply = new CannedReply(id, edit.Shortcut!.Trim().ToLowerInvariant(), edit.Title!.Trim(), edit.Language, edit.Body!.Trim());
        try
        {
            await using var connection = await database.Open();
            if (await connection.ExecuteAsync(statement, reply) == 0)
                return Saved<CannedReply>.Missing;
        }
        catch (Exception failure) when (database.Dialect.IsDuplicateKey(failure))
        {
            return new FieldFault("shortcut", Fault.ShortcutTaken);
        }
        await replies.Refresh();
        return reply;
    }
}
