using Dapper;
using Microsoft.AspNetCore.Identity;
using SupportHub.Agents;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Storage;

namespace SupportHub.Lab;

/// <summary>Plants the Lab's world into an empty database, once, and keeps the sample website's address current.</summary>
public static class LabSeed
{
    public static async Task Plant(IServiceProvider services, Uri website)
    {
        var database = services.GetRequiredService<Database>();
        var ids = services.GetRequiredService<Ids>();
        var now = services.GetRequiredService<TimeProvider>().NowMs();
        var origins = SiteJson.Write(new[] { website.GetLeftPart(UriPartial.Authority) });

        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        // A taken port may have moved the website since the last start.
        var planted = await connection.ExecuteAsync("UPDATE sites SET origins = @origins WHERE site_key = @Key", new { origins, SampleSite.Key }, transaction);
        if (planted > 0)
        {
            await transaction.CommitAsync();
            return;
        }

        var site = ids.Next();
        await connection.ExecuteAsync(
            "INSERT INTO sites (id, site_key, name, origins, languages, color, phone, pre_chat, wording, created_at) "
            + "VALUES (@site, @Key, @Company, @origins, @languages, @Color, @Phone, @preChat, '{}', @now)",
            new
            {
                site, SampleSite.Key, LabWorld.Company, origins, LabWorld.Color, LabWorld.Phone, now,
                languages = SiteJson.Write(new[] { "fr", "en" }),
                preChat = SiteJson.Write(new PreChat(Field.Required, Field.Optional, Field.Hidden)),
            },
            transaction);
        await connection.ExecuteAsync(
            "INSERT INTO topics (id, site_id, position, title) VALUES (@Id, @Site, @Position, @Title)",
            LabWorld.Topics.Select((title, at) => new { Id = ids.Next(), Site = site, Position = at + 1, Title = SiteJson.Write(title) }),
            transaction);
        await connection.ExecuteAsync(
            "INSERT INTO canned_replies (id, shortcut, title, language, body) VALUES (@Id, @Shortcut, @Title, @Language, @Body)",
            LabWorld.CannedReplies.Select(reply => new { Id = ids.Next(), reply.Shortcut, reply.Title, reply.Language, reply.Body }),
            transaction);
        var hasher = new PasswordHasher<LabPerson>();
        await connection.ExecuteAsync(
            """
            INSERT INTO agents (id, email, normalized_email, first_name, last_name, pronoun, picture, role, capacity, language,
                password_hash, security_stamp, two_factor, failed_sign_ins, created_at)
            VALUES (@Id, @Email, @Normalized, @FirstName, @LastName, @Pronoun, @Picture, @Role, @Capacity, 'fr', @Hash, @Stamp, @No, 0, @now)
            """,
            LabWorld.People.Select(person => new
            {
                Id = ids.Next(), person.Email, Normalized = person.Email.ToUpperInvariant(), person.FirstName, person.LastName, person.Pronoun,
                person.Picture, person.Role, person.Capacity, Hash = hasher.HashPassword(person, LabWorld.Password),
                Stamp = Guid.NewGuid().ToString("N"), No = false, now,
            }),
            transaction);
        await transaction.CommitAsync();
    }
}
