using System.Security.Cryptography;

namespace SupportHub.Lab.Phone.Network;

/// <summary>All phones and all calls.</summary>
public sealed class Exchange
{
    private readonly Lock _gate = new();
    private readonly List<Handset> _handsets;
    private readonly List<Call> _calls = [];
    private readonly TimeProvider _time;

    public Exchange(LabPhoneSettings settings)
    {
        _time = settings.Time;
        _handsets = [.. settings.People.Select(person => new Handset(person.Number, person.Name))];
    }

    /// <summary>For pages: something looks different now.</summary>
    public Signal News { get; } = new();

    public IReadOnlyList<Handset> Handsets
    {
        get
        {
            lock (_gate)
                return [.. _handsets];
        }
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    public Call? Find(string sid) => Calls.FirstOrDefault(call => call.Sid == sid);

    /// <summary>The phone of a number, which has one from now on.</summary>
    public Handset Handset(string number)
    {
        lock (_gate)
        {
            if (_handsets.Find(handset => handset.Number == number) is { } known)
                return known;
            var handset = new Handset(number, name: null);
            _handsets.Add(handset);
            return handset;
        }
    }

    /// <summary>The call that a phone rings or talks with.</summary>
    public Call? On(string number) => Calls.LastOrDefault(call => call.To == number && call.Status is ("ringing" or "in-progress"));

    public Call Add(string to, string from, CallPlan plan, Call? parent)
    {
        var call = new Call($"CA{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}", to, from, plan, parent, _time.GetUtcNow());
        lock (_gate)
            _calls.Add(call);
        Handset(to);
        News.Tell();
        return call;
    }

    /// <summary>A phone that is free begins to ring; one that is not does not.</summary>
    public bool Rings(Call call)
    {
        lock (_gate)
        {
            if (_calls.Any(other => other != call && other.To == call.To && other.Status is ("ringing" or "in-progress")))
                return false;
            call.Rings();
        }
        News.Tell();
        return true;
    }
}
