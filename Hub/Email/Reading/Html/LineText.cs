using System.Text;

namespace SupportHub.Email.Reading.Html;

/// <summary>The line that is being gathered; runs of white space become one space, as on a page.</summary>
internal sealed class LineText
{
    private readonly StringBuilder _line = new();

    public bool IsEmpty => _line.Length == 0;

    public void Append(string text, bool preformatted)
    {
        if (preformatted)
        {
            _line.Append(text);
            return;
        }
        foreach (var letter in text)
            if (letter is not (' ' or '\n' or '\r' or '\t' or '\f'))
                _line.Append(letter);
            else if (_line.Length > 0 && _line[^1] != ' ')
                _line.Append(' ');
    }

    public string Take()
    {
        var line = _line.ToString().Replace('\u00a0', ' ').TrimEnd();
        _line.Clear();
        return line;
    }
}
