using System.Reflection;
using System.Text;
using System.Text.Json;
using SupportHub.Shared;

namespace SupportHub.Widget.Contracts;

/// <summary>
/// What the widget sees of the wire, as TypeScript: records as interfaces, enums as unions of their wire names, the visitor's hub as
/// methods. A member that may be null is optional, because nulls are left out on the wire; so is one with a default, which a client may leave out.
/// </summary>
public sealed class TypeScriptWriter
{
    private static readonly Type[] Roots =
        [typeof(VisitorPass), typeof(WidgetSite), typeof(UnreadCount), typeof(HttpRefusal), typeof(Refusal)];

    private readonly NullabilityInfoContext _nullability = new();
    private readonly SortedDictionary<string, string> _declared = new(StringComparer.Ordinal);

    public string Write()
    {
        foreach (var root in Roots)
            Name(root);
        var hub = Methods(typeof(IVisitorHub), "VisitorHub");
        var client = Methods(typeof(IVisitorClient), "VisitorClient");

        var text = new StringBuilder();
        text.Append("// Written by Widget/Contracts from Shared. Do not edit.\n\n");
        text.Append(Constants()).Append('\n');
        text.Append("/** What every hub method answers: exactly one of the two is present. */\n");
        text.Append("export type Reply<T> = { value: T; refusal?: undefined } | { value?: undefined; refusal: Refusal };\n\n");
        text.Append(hub).Append('\n').Append(client);
        foreach (var declaration in _declared.Values)
            text.Append('\n').Append(declaration);
        return text.ToString();
    }

    /// <summary>As enums, whose members are put where they are used and cost nothing where they are not: numbers and texts apart, so that each member is one or the other.</summary>
    private static string Constants()
    {
        var fields = typeof(Protocol).GetFields(BindingFlags.Public | BindingFlags.Static).ToLookup(f => f.GetRawConstantValue() is string);
        var numbers = fields[false].Select(f => $"  {Camel(f.Name)} = {f.GetRawConstantValue()},\n");
        var texts = fields[true].Select(f => $"  {Camel(f.Name)} = '{f.GetRawConstantValue()}',\n");
        return $"export const enum Protocol {{\n{string.Concat(numbers)}}}\n\nexport const enum ProtocolText {{\n{string.Concat(texts)}}}\n";
    }

    private string Methods(Type hub, string name)
    {
        var lines = hub.GetMethods().Select(m =>
            $"  {m.Name}({string.Join(", ", m.GetParameters().Select(Parameter))}): {Result(m.ReturnType)};\n");
        return $"export interface {name} {{\n{string.Concat(lines)}}}\n";
    }

    private string Parameter(ParameterInfo parameter) =>
        $"{parameter.Name}{(MayBeNull(parameter.ParameterType, _nullability.Create(parameter)) ? "?" : "")}: {Name(parameter.ParameterType)}";

    private string Result(Type task)
    {
        if (!task.IsGenericType)
            return "void";
        var result = task.GetGenericArguments()[0];
        return result.IsGenericType && result.GetGenericTypeDefinition() == typeof(Reply<>)
            ? $"Reply<{Name(result.GetGenericArguments()[0])}>"
            : Name(result);
    }

    private string Name(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return "string";
        if (type == typeof(bool)) return "boolean";
        if (type == typeof(int) || type == typeof(long)) return "number";
        if (type.IsGenericType) return Generic(type);
        if (type.IsEnum) Declare(type, () => Union(type));
        else if (type.Assembly == typeof(Protocol).Assembly) Declare(type, () => Interface(type));
        else throw new NotSupportedException($"{type} has no place on the widget's wire.");
        return type.Name;
    }

    private string Generic(Type type)
    {
        var arguments = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return $"readonly {Name(arguments[0])}[]";
        if (type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return $"{{ readonly [key: string]: {Name(arguments[1])} }}";
        throw new NotSupportedException($"{type} has no place on the widget's wire.");
    }

    private void Declare(Type type, Func<string> declaration)
    {
        // Reserved first, because a record may refer to itself.
        if (_declared.TryAdd(type.Name, ""))
            _declared[type.Name] = declaration();
    }

    private static string Union(Type type) =>
        $"export type {type.Name} =\n{string.Join("\n", Enum.GetNames(type).Select(n => $"  | '{JsonNamingPolicy.KebabCaseLower.ConvertName(n)}'"))};\n";

    private string Interface(Type type)
    {
        var lines = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p =>
            $"  readonly {Camel(p.Name)}{(MayBeNull(p.PropertyType, _nullability.Create(p)) || HasDefault(type, p.Name) ? "?" : "")}: {Name(p.PropertyType)};\n");
        var body = string.Concat(lines);
        return body.Length == 0
            ? $"export type {type.Name} = Readonly<Record<string, never>>;\n"
            : $"export interface {type.Name} {{\n{body}}}\n";
    }

    private static bool MayBeNull(Type type, NullabilityInfo nullability) =>
        Nullable.GetUnderlyingType(type) is not null || nullability.ReadState == NullabilityState.Nullable;

    private static bool HasDefault(Type record, string member) =>
        record.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.Name == member && p.HasDefaultValue);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
