using System.Text;
using MimeKit.Utils;
using SupportHub.Lab.Mail.Smtp;

namespace SupportHub.Lab.Mail.Mailboxes;

/// <summary>What a server writes above a mail that it has delivered.</summary>
public static class Trace
{
    public static byte[] Lines(Envelope envelope, string recipient, string id, DateTimeOffset at) => Encoding.UTF8.GetBytes(
        $"Return-Path: <{envelope.Sender}>\r\nDelivered-To: {recipient}\r\nReceived: by lab.localhost with ESMTP id {id};\r\n\t{DateUtils.FormatDate(at)}\r\n");
}
