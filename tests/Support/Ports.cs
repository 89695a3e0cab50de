using System.Net;
using System.Net.Sockets;

namespace SupportHub.Tests;

/// <summary>
/// Free ports below the range from which client connections draw theirs. Test programs run side by side, and a port is free until its server
/// starts: so each program claims a block of ports for as long as it lives, and draws from its own.
/// </summary>
public static class Ports
{
    private const int First = 12_000;
    private const int BlockSize = 500;
    private const int Blocks = 40;

    private static readonly HashSet<int> Given = [];
    private static readonly (FileStream Claim, int First) Block = ClaimBlock();

    public static int Free()
    {
        while (true)
        {
            lock (Given)
            {
                if (Given.Count == BlockSize)
                    Given.Clear();
                var port = System.Security.Cryptography.RandomNumberGenerator.GetInt32(Block.First, Block.First + BlockSize);
                if (Given.Add(port) && IsFree(port))
                    return port;
            }
        }
    }

    /// <summary>A file that nobody else may open while this program runs; the system closes it however the program ends.</summary>
    private static (FileStream Claim, int First) ClaimBlock()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "supporthub-test-ports")).FullName;
        var start = Environment.ProcessId % Blocks;
        for (var i = 0; i < Blocks; i++)
        {
            var block = (start + i) % Blocks;
            try
            {
                return (new FileStream(Path.Combine(folder, $"{block}"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), First + block * BlockSize);
            }
            catch (IOException)
            {
                // Another program's; the next one.
            }
        }
        throw new InvalidOperationException($"All {Blocks} blocks of ports are claimed by running test programs; see {folder}.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
