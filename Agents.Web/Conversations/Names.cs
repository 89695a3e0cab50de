namespace SupportHub.AgentsWeb.Conversations;

public static class Names
{
    /// <summary>How a line speaks of a customer: the first name where the name looks like one ("Marc Lemoine"), the whole otherwise ("M. Dupont").</summary>
    public static string? Short(string? name)
    {
        var first = name?.Split(' ', 2)[0];
        return first is null || first.Length < 3 || first.EndsWith('.') ? name : first;
    }
}
