package dev.andon.demo.vlmserver;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to a server, which its own library gives no hold of: relays them, resets single ones, and keeps
 * everybody out for a while.
 *
 * <pre>
 *   open ──closeFor──▶ closed ──time──▶ open, on the same port
 *     └─────close──────▶ closed for good
 * </pre>
 *
 * Any thread.
 */
final class Gate implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final Duration RETRY = Duration.ofMillis(50);

    private final InetSocketAddress behind;
    private final InetSocketAddress address;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** By the port that the server behind sees them at. */
    private final Map<Integer, Socket> visitors = new ConcurrentHashMap<>();

    @GuardedBy("this")
    private Door door;

    @GuardedBy("this")
    private boolean over;

    /**
     * An open gate on the loopback interface.
     *
     * @param port   0 for a free one
     * @param behind the server's own address
     */
    Gate(int port, InetSocketAddress behind) throws IOException {
        this.behind = behind;
        this.door = listening(new InetSocketAddress(behind.getAddress(), port));
        this.address = new InetSocketAddress(behind.getAddress(), door.port());
    }

    int port() {
        return address.getPort();
    }

    /** Resets the connection that the server behind sees coming from there. */
    void reset(InetSocketAddress seen) throws IOException {
        Socket visitor = visitors.get(seen.getPort());
        if (visitor != null) {
            visitor.setSoLinger(true, 0);
            visitor.close();
        }
    }

    /** Ends every connection but one, and stops listening for so long; nobody gets in once it has returned. */
    void closeFor(Duration time, InetSocketAddress except) throws IOException {
        synchronized (this) {
            door.close();
        }
        visitors.forEach((port, visitor) -> {
            if (port != except.getPort()) {
                quietly(visitor);
            }
        });
        threads.execute(() -> reopen(time));
    }

    private void reopen(Duration time) {
        try {
            Thread.sleep(time);
            while (!opened()) {
                Thread.sleep(RETRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("event=simulated_vlm_gone port={} detail={}", address.getPort(), e.toString());
        }
    }

    /** Whether nothing more is to be done for it: it listens again, or is closed for good. */
    private synchronized boolean opened() throws IOException {
        if (over || !door.isClosed()) {
            return true;
        }
        try {
            door = listening(address);
        } catch (BindException e) {
            return false;
        }
        return true;
    }

    private Door listening(InetSocketAddress where) throws IOException {
        return new Door(where, visitor -> threads.execute(() -> serve(visitor)));
    }

    private void serve(Socket visitor) {
        try (visitor; Socket server = new Socket(InetAddress.getLoopbackAddress(), behind.getPort())) {
            visitor.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            visitors.put(server.getLocalPort(), visitor);
            threads.execute(() -> relay(visitor, server));
            relay(server, visitor);
            visitors.remove(server.getLocalPort());
        } catch (IOException e) {
            LOG.debug("event=simulated_vlm_connection detail={}", e.toString());
        }
    }

    /** Passes on what comes, and its end. */
    private static void relay(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            quietly(from);
            quietly(to);
        }
    }

    private static void quietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("event=simulated_vlm_close detail={}", e.toString());
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            over = true;
            quietly(door);
        }
        visitors.values().forEach(Gate::quietly);
        threads.shutdownNow();
    }
}
