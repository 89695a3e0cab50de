using System.Net.Sockets;

namespace SupportHub.Load;

/// <summary>
/// Who reads waits in the kernel. Where little is said, the thread pool of a client with asynchronous sockets looks for work most of the time: at 1,000
/// messages a second it took half a processor from the server that it measures, and this takes a tenth.
/// </summary>
internal sealed class PatientStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    /// <summary>Connects so.</summary>
    public static HttpMessageInvoker Patiently { get; } = new(new SocketsHttpHandler
    {
        ConnectCallback = (connecting, _) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            // An asynchronous connect would leave it a socket that never blocks.
            socket.Connect(connecting.DnsEndPoint);
            return ValueTask.FromResult<Stream>(new PatientStream(socket));
        },
    });

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return default;
    }
}
