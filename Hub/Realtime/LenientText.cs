using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportHub.Realtime;

/// <summary>
/// Reads a JSON string even where it holds half a surrogate pair, which the framework refuses with an error that has no name. The rules
/// then refuse the text with one.
/// </summary>
internal sealed class LenientText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // An unpaired surrogate on purpose: what was received cannot be kept, whatever stands around it.
            return "\ud800";
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
