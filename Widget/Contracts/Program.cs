using System.Runtime.CompilerServices;
using SupportHub.Widget.Contracts;

// Writes Widget/src/contracts.ts from Shared. With --check it writes nothing and exits 1 where the committed file differs.
var file = Path.GetFullPath(Path.Combine(Here(), "..", "src", "contracts.ts"));
var current = new TypeScriptWriter().Write();

if (!args.Contains("--check"))
{
    File.WriteAllText(file, current);
    return 0;
}

if (File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == current)
    return 0;

Console.Error.WriteLine("Widget/src/contracts.ts differs from Shared. Run: dotnet run --project Widget/Contracts");
return 1;

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
