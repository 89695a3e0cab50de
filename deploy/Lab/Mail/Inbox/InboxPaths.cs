namespace SupportHub.Lab.Mail.Inbox;

public static class InboxPaths
{
    public static string Mailbox(string address) => $"/m/{Uri.EscapeDataString(address)}";

    public static string Mail(string address, string id) => $"{Mailbox(address)}/{id}";

    public static string Write(string? from) => from is null ? "/write" : $"/write?from={Uri.EscapeDataString(from)}";
}
