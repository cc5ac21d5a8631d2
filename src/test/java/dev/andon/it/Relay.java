package dev.andon.it;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.andon.demo.cluster.Ports;

/** An address that leads to a broker, once it is opened; before that nobody listens there. One thread. */
final class Relay implements AutoCloseable {

    private final int target;
    private final int port;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerSocket server = new ServerSocket();

    /**
     * An address of its own.
     *
     * @param directory remembers it
     * @param target    on this machine, as {@code host:port}, several after commas
     */
    Relay(Path directory, String target) throws IOException {
        String first = target.split(",", 2)[0];
        this.target = Integer.parseInt(first.substring(first.lastIndexOf(':') + 1));
        port = Ports.of(directory).port("relay");
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** Begins to listen. */
    void open() throws IOException {
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        threads.execute(this::accept);
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket here = server.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
                threads.execute(() -> copy(here, there));
                threads.execute(() -> copy(there, here));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from; to; InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // either side has ended
        }
    }
}
