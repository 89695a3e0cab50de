namespace SupportHub.Lab;

/// <summary>Texts that are part of this program.</summary>
public static class Embedded
{
    public static string Read(string name)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        return new StreamReader(stream).ReadToEnd();
    }
}
