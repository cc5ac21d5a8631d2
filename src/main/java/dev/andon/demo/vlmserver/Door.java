package dev.andon.demo.vlmserver;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port that is listened at. Once {@link #close()} has returned, nobody gets in: a socket that a virtual thread waits
 * at is not given up by closing it, but by the thread's coming back. Any thread.
 */
final class Door implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int BACKLOG = 256;

    private final ServerSocket socket;
    private final Thread porter;

    /**
     * @param address port 0 for a free one
     * @param admit   what is done with each visitor; it must not wait
     */
    Door(InetSocketAddress address, Consumer<Socket> admit) throws IOException {
        socket = new ServerSocket(address.getPort(), BACKLOG, address.getAddress());
        porter = Thread.ofVirtual().start(() -> admitAll(admit));
    }

    int port() {
        return socket.getLocalPort();
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    private void admitAll(Consumer<Socket> admit) {
        while (!socket.isClosed()) {
            try {
                admit.accept(socket.accept());
            } catch (IOException e) {
                LOG.debug("event=simulated_vlm_accept detail={}", e.toString());
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        try {
            porter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
