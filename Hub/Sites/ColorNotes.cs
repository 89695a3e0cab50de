using System.Globalization;

namespace SupportHub.Sites;

/// <summary>What an administrator should know about a colour that is hard to read.</summary>
public static class ColorNotes
{
    public static string? For(string color, string language)
    {
        var contrast = ColorRules.AgainstWhite(color);
        if (contrast >= ColorRules.Readable)
            return null;
        var french = language == "fr";
        var figure = contrast.ToString("0.0", CultureInfo.GetCultureInfo(french ? "fr-FR" : "en-GB"));
        if (contrast < ColorRules.Visible)
            return french
                ? $"Cette couleur se voit mal sur une page blanche (contraste {figure}, il en faudrait 3). Le widget y écrit en noir."
                : $"This colour is hard to see on a white page (contrast {figure}, 3 would be needed). The widget writes on it in black.";
        return french
            ? $"Le blanc se lit mal sur cette couleur (contraste {figure}, il en faudrait 4,5). Le widget y écrit en noir."
            : $"White is hard to read on this colour (contrast {figure}, 4.5 would be needed). The widget writes on it in black.";
    }
}
