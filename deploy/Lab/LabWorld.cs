namespace SupportHub.Lab;

/// <summary>What the Lab starts with: the company's website, its people and their ready answers. Planted once.</summary>
public static class LabWorld
{
    public const string Password = "rhin-strasbourg-2026";
    public static IReadOnlyList<string> Pictures { get; } = ["claire", "arnaud", "helene"];
    public static string SignIn => $"claire@rhin.example, arnaud@rhin.example or helene@rhin.example (supervisor), password {Password}";
    public static Task Plant(IServiceProvider services, Uri site) => Task.CompletedTask;
}
