using AngleSharp.Dom;
using SupportHub.Email.Reading.Quotes;

namespace SupportHub.Email.Reading.Html;

/// <summary>A page's text, line by line as a reader sees it, with what mail programs mark and the nodes that each line came from.</summary>
internal sealed class HtmlLines
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
    };

    private readonly List<QuoteLine> _lines = [];
    private readonly List<List<INode>> _nodes = [];
    private readonly LineText _text = new();
    private List<INode> _leaves = [];
    private int _cited;
    private int _indented;
    private int _introduces;
    private int _preformatted;
    private bool _begins;

    public IReadOnlyList<QuoteLine> Lines => _lines;

    public IReadOnlyList<List<INode>> Nodes => _nodes;

    /// <summary>Walks by index and without recursion: a node looks for its next sibling from the first one on.</summary>
    public static HtmlLines Of(INode root)
    {
        var lines = new HtmlLines();
        var path = new Stack<(INode Node, int Next)>([(root, 0)]);
        while (path.TryPop(out var at))
            if (at.Next < at.Node.ChildNodes.Length)
            {
                var child = at.Node.ChildNodes[at.Next];
                path.Push((at.Node, at.Next + 1));
                path.Push((child, 0));
                lines.Enter(child);
            }
            else if (at.Node != root)
                lines.Leave(at.Node);
        lines.Break();
        return lines;
    }

    private void Enter(INode node)
    {
        if (node is IText text)
            Write(text);
        if (node is not IElement element)
            return;
        if (Blocks.Contains(element.LocalName))
            Break();
        Mark(element, 1);
        if (element.LocalName is "br")
            End();
        else if (element.LocalName is "hr")
            Add("________________________________", element);
        else if (element.LocalName is "li")
            _text.Append("- ", preformatted: true);
        else if (element.LocalName is "td" or "th" && !_text.IsEmpty)
            _text.Append(" ", preformatted: false);
        else if (element.LocalName is "img")
            _leaves.Add(element);
    }

    private void Leave(INode node)
    {
        if (node is not IElement element)
            return;
        if (Blocks.Contains(element.LocalName))
            Break();
        if (element.LocalName is "p" && element.ClassList.All(name => !name.StartsWith("Mso", StringComparison.Ordinal)) && _lines.Count > 0 && _lines[^1].Text.Length > 0)
            Add("", null);
        Mark(element, -1);
    }

    private void Mark(IElement element, int step)
    {
        _preformatted += element.LocalName is "pre" or "textarea" ? step : 0;
        _introduces += QuoteElements.Introduces(element) ? step : 0;
        _cited += QuoteElements.Cites(element) ? step : 0;
        _indented += element.LocalName is "blockquote" ? step : 0;
        _begins |= step > 0 && QuoteElements.Begins(element);
    }

    private void Write(IText text)
    {
        var pieces = _preformatted > 0 ? text.Data.ReplaceLineEndings("\n").Split('\n') : [text.Data];
        for (var at = 0; at < pieces.Length; at++)
        {
            if (at > 0)
                End();
            _text.Append(pieces[at], _preformatted > 0);
            if (!string.IsNullOrWhiteSpace(pieces[at]))
                _leaves.Add(text);
        }
    }

    /// <summary>Ends the line if there is something on it.</summary>
    private void Break()
    {
        if (!_text.IsEmpty || _leaves.Count > 0)
            End();
    }

    private void End()
    {
        var line = _text.Take();
        var said = line.Length > 0;
        _lines.Add(new(said && _cited > 0 ? $"{new string('>', _cited)} {line}" : line, _cited > 0, _indented > 0, _introduces > 0 && said, _begins && said));
        _begins &= !said;
        _nodes.Add(_leaves);
        _leaves = [];
    }

    private void Add(string line, INode? node)
    {
        _lines.Add(new(line, _cited > 0, _indented > 0, false, _begins && line.Length > 0));
        _begins &= line.Length == 0;
        _nodes.Add(node is null ? [] : [node]);
    }
}
