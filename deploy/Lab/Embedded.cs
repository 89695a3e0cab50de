namespace SupportHub.Lab;

/// <summary>Files that are part of this program.</summary>
public static class Embedded
{
    public static string Read(string name)
    {
        using var stream = Open(name);
        return new StreamReader(stream).ReadToEnd();
    }

    public static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Stream Open(string name) => typeof(Embedded).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
}
