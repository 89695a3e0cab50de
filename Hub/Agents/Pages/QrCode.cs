using System.Text;
using QRCoder;

namespace SupportHub.Agents.Pages;

/// <summary>A QR code as the path of an inline SVG, one unit per module.</summary>
public sealed record QrCode(string ViewBox, string Path)
{
    public static QrCode Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
                if (rows[y][x])
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new QrCode($"0 0 {rows.Count} {rows.Count}", path.ToString());
    }
}
