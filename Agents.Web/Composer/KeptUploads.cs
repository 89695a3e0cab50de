using System.Text.Json;
using System.Text.Json.Serialization;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Composer;

/// <summary>What a page tells the one after it, in the same tab: what is there is still there, the rest was not sent.</summary>
public sealed record KeptUpload(long Conversation, string Name, Attachment? Done)
{
    public static string Write(IEnumerable<KeyValuePair<long, Staging>> all) =>
        JsonSerializer.Serialize(
            [
                .. from staging in all
                   from file in staging.Value.Files
                   // A page that is left stops its uploads first, and they fail.
                   where file.Trouble is null or UploadTrouble.Failed
                   select new KeptUpload(staging.Key, file.Name, file.Done),
            ],
            KeptUploadJson.Default.ListKeptUpload);

    /// <summary>Empty where nothing was kept, or another version of this page wrote it.</summary>
    public static IReadOnlyList<KeptUpload> Read(string? json)
    {
        try
        {
            return json is null ? [] : JsonSerializer.Deserialize(json, KeptUploadJson.Default.ListKeptUpload) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    public Upload Again(int id) => new(id, Name, Done, Done is null ? UploadTrouble.PageLeft : null);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(List<KeptUpload>))]
internal sealed partial class KeptUploadJson : JsonSerializerContext;
