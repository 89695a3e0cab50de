using System.Globalization;
using System.Text;
using System.Xml;

namespace SupportHub.Callbacks.Voice;

/// <summary>
/// Writes TwiML, the language in which Twilio is told what to do on a call (https://www.twilio.com/docs/voice/twiml). Only what the hub says is here.
/// </summary>
internal sealed class Twiml : IDisposable
{
    public const string ContentType = "text/xml; charset=utf-8";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
    private readonly MemoryStream _octets = new();
    private readonly XmlWriter _xml;
    private readonly VoiceLanguage _language;

    private Twiml(VoiceLanguage language)
    {
        _language = language;
        _xml = XmlWriter.Create(_octets, Settings);
        _xml.WriteStartElement("Response");
    }

    /// <returns>The whole document.</returns>
    public static string Write(VoiceLanguage language, Action<Twiml> content)
    {
        using var twiml = new Twiml(language);
        content(twiml);
        twiml._xml.WriteEndElement();
        twiml._xml.Flush();
        return Encoding.UTF8.GetString(twiml._octets.ToArray());
    }

    public Twiml Say(string sentence) => Element("Say", [("language", _language.Tag)], sentence);

    public Twiml Pause(int seconds) => Element("Pause", [("length", Number(seconds))]);

    /// <summary>Asks there what comes next.</summary>
    public Twiml Redirect(Uri url) => Element("Redirect", [("method", "POST")], url.AbsoluteUri);

    public Twiml HangUp() => Element("Hangup", []);

    /// <summary>Says something, and posts the one key that is pressed meanwhile or soon after; or none, if none is.</summary>
    public Twiml AskForKey(Uri answer, int seconds, Action<Twiml> said)
    {
        Open("Gather", [("input", "dtmf"), ("action", answer.AbsoluteUri), ("method", "POST"), ("numDigits", "1"), ("timeout", Number(seconds)), ("actionOnEmptyResult", "true")]);
        said(this);
        _xml.WriteEndElement();
        return this;
    }

    public Twiml Dial(CustomerLeg leg)
    {
        Open("Dial", [("action", leg.Dialled.AbsoluteUri), ("method", "POST"), ("callerId", leg.CallerId), ("timeout", Number(leg.RingSeconds)), ("timeLimit", Number(leg.LimitSeconds))]);
        (string, string)[] attributes = [("statusCallback", leg.Status.AbsoluteUri), ("statusCallbackMethod", "POST"), ("statusCallbackEvent", "initiated ringing answered completed")];
        (string, string)[] machine = [("machineDetection", "Enable"), ("amdStatusCallback", leg.Status.AbsoluteUri), ("amdStatusCallbackMethod", "POST")];
        Element("Number", leg.DetectMachine ? [.. attributes, .. machine] : attributes, leg.To);
        _xml.WriteEndElement();
        return this;
    }

    public void Dispose()
    {
        _xml.Dispose();
        _octets.Dispose();
    }

    private Twiml Element(string name, (string Name, string Value)[] attributes, string? text = null)
    {
        Open(name, attributes);
        if (text is not null)
            _xml.WriteString(text);
        _xml.WriteEndElement();
        return this;
    }

    private void Open(string name, (string Name, string Value)[] attributes)
    {
        _xml.WriteStartElement(name);
        foreach (var attribute in attributes)
            _xml.WriteAttributeString(attribute.Name, attribute.Value);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
