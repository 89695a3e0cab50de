using AngleSharp.Dom;

namespace SupportHub.Email.Reading.Html;

/// <summary>Marks what is folded, in the page itself: the largest elements in which nothing else stands get <see cref="Attribute"/>.</summary>
internal static class HtmlFolding
{
    public const string Attribute = "data-quoted";

    public static void Mark(INode root, HtmlLines lines, bool[] folded)
    {
        var shown = new HashSet<INode>();
        for (var at = 0; at < folded.Length; at++)
            if (!folded[at])
                foreach (var leaf in lines.Nodes[at])
                    ShowWithParents(leaf, root, shown);
        for (var at = 0; at < folded.Length; at++)
            if (folded[at])
                foreach (var leaf in lines.Nodes[at].Where(leaf => !shown.Contains(leaf)))
                    Fold(leaf, root, shown);
    }

    private static void ShowWithParents(INode leaf, INode root, HashSet<INode> shown)
    {
        for (var node = leaf; node is not null && node != root && shown.Add(node);)
            node = node.Parent;
    }

    private static void Fold(INode leaf, INode root, HashSet<INode> shown)
    {
        var top = leaf;
        while (top.Parent is { } parent && parent != root && !shown.Contains(parent) && (top as IElement)?.HasAttribute(Attribute) != true)
            top = parent;
        (top as IElement ?? Wrapped(top)).SetAttribute(Attribute, "");
    }

    private static IElement Wrapped(INode text)
    {
        var span = text.Owner!.CreateElement("span");
        text.Parent!.ReplaceChild(span, text);
        span.AppendChild(text);
        return span;
    }
}
