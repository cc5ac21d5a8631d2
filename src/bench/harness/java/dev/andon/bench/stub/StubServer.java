package dev.andon.bench.stub;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * The server: each call is received to its last byte, waits for a slot, keeps it for as long as the distribution says,
 * and is answered. {@code GET /stats} answers with {@link Stats}. Any thread.
 */
final class StubServer implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final int BUFFER = 64 << 10;

    private final ServerSocket socket;
    private final Slots slots;
    private final Latency latency;
    private final Answers answers;
    private final long seed;
    private final AtomicLong started = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    private StubServer(ServerSocket socket, int slots, Latency latency, String label, long seed) {
        this.socket = socket;
        this.slots = new Slots(slots, System::nanoTime);
        this.latency = latency;
        this.answers = new Answers(label);
        this.seed = seed;
    }

    /** Listens on a free loopback port. */
    static StubServer start(int slots, Latency latency, String label, long seed) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReceiveBufferSize(BUFFER);
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), BACKLOG);
        StubServer server = new StubServer(socket, slots, latency, label, seed);
        Thread.ofPlatform().name("stub-accept").start(server::accept);
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    System.err.println("a connection was lost: " + e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        byte[] scratch = new byte[BUFFER];
        try (Socket connection = socket;
                InputStream in = new BufferedInputStream(connection.getInputStream(), BUFFER);
                OutputStream out = connection.getOutputStream()) {
            connection.setTcpNoDelay(true);
            for (HttpRequest request = HttpRequest.receive(in, scratch); request != null; request = HttpRequest
                    .receive(in, scratch)) {
                out.write(answer(request));
            }
        } catch (IOException e) {
            // The client is gone, which is its right.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] answer(HttpRequest request) throws InterruptedException {
        if (request.line().startsWith("GET /stats ")) {
            return response(200, stats().toJson().getBytes(StandardCharsets.UTF_8));
        }
        return request.line().startsWith("POST /v1/chat/completions ")
                ? response(200, complete(request))
                : response(404, "{\"error\":{\"message\":\"no such path\"}}".getBytes(StandardCharsets.UTF_8));
    }

    private byte[] complete(HttpRequest request) throws InterruptedException {
        long number = started.incrementAndGet();
        RandomGenerator random = new SplittableRandom(seed + number);
        bytes.addAndGet(request.bytes());
        slots.enter();
        try {
            Thread.sleep(latency.next(random));
        } finally {
            slots.leave();
        }
        calls.incrementAndGet();
        return answers.next(number, random);
    }

    private Stats stats() {
        return new Stats(System.nanoTime(), slots.size(), slots.busyNanos(), calls.get(), bytes.get(),
                slots.waiting());
    }

    private static byte[] response(int status, byte[] body) {
        byte[] head = ("HTTP/1.1 " + status + (status == 200 ? " OK" : " Not Found")
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
