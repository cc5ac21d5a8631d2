package dev.andon.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.SocketFactory;

/**
 * Sockets that send at once, and in large pieces. Any thread.
 *
 * <p>At once: by default the last piece of a request waits until the server has acknowledged those before it (RFC 896),
 * and servers take up to 40 ms over that (RFC 1122, 4.2.3.2). In large pieces: OkHttp writes 8 KB at a time, and every
 * write is a call of the operating system.
 */
final class EagerSockets extends SocketFactory {

    /** Java hands at most twice as much to the operating system. */
    private static final int PIECE = 1 << 16;

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new EagerSocket();
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unsupported();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw unsupported();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unsupported();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw unsupported();
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("OkHttp connects sockets itself, with a time limit");
    }

    /** Collects what is written until a piece is full, or flushed. */
    private static final class EagerSocket extends Socket {

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new BufferedOutputStream(super.getOutputStream(), PIECE);
        }
    }
}
