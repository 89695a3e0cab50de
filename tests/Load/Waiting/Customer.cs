using SupportHub.Routing;

namespace SupportHub.Load.Waiting;

internal enum Standing
{
    Waiting,

    /// <summary>Gave up; still timed, as if still there.</summary>
    Gone,
    Answered,
}

/// <summary>One customer of a simulated day, with what was said and what happened.</summary>
internal sealed class Customer(long id, double at, long topic, double work, double patience)
{
    public long Id => id;
    public double At => at;
    public long Topic => topic;

    /// <summary>Seconds of an agent of pace 1 who has nobody else.</summary>
    public double Work => work;
    public double Patience => patience;
    public Standing Standing { get; set; } = Standing.Waiting;
    public long? Reserved { get; set; }
    public int Overtaken { get; set; }
    public long? AnsweredBy { get; set; }

    /// <summary>Seconds until answered; of who gave up, until they would have been.</summary>
    public double? VirtualWait { get; set; }
    public long? FirstNamed { get; set; }

    /// <summary>What was said at the beginning; none for who was answered at once.</summary>
    public Said? Said { get; set; }
    public Announcement? FirstShown { get; set; }
    public Announcement? Shown { get; set; }
    public int Texts { get; set; }
    public bool MovedLater { get; set; }
}

/// <param name="Median">Our point: half are answered sooner.</param>
/// <param name="Late">Our bound.</param>
/// <param name="Others">The known estimators', in the order of <see cref="Estimators.Names"/>.</param>
internal sealed record Said(double Median, double Early, double Late, double[] Others);
