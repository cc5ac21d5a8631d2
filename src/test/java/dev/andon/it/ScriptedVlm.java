package dev.andon.it;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.andon.core.frame.Frame;
import dev.andon.core.sampling.Seeds;
import dev.andon.demo.cluster.Ports;

/**
 * An HTTP server that speaks OpenAI chat completions by script: at once or slowly, and not at all to what is held back.
 * The model named {@value #TORN} contradicts itself; every other says "ok". It counts answers by seed, which tells the
 * frame and the sample. Any thread.
 */
final class ScriptedVlm implements AutoCloseable {

    /** A model whose samples disagree, so that every frame is held. */
    static final String TORN = "torn";

    private static final JsonMapper JSON = new JsonMapper();

    private final Set<String> models = ConcurrentHashMap.newKeySet();
    private final Map<Long, Integer> answered = new ConcurrentHashMap<>();
    private final Set<Long> heldBack = ConcurrentHashMap.newKeySet();
    private final Map<Long, Consumer<String>> deadly = new ConcurrentHashMap<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final int port;

    private volatile HttpServer server;
    private volatile boolean overloaded;
    private volatile Duration delay = Duration.ZERO;

    private ScriptedVlm(int port) throws IOException {
        this.port = port;
        server = listening();
    }

    /** @param directory remembers its port, which stays free while it is away */
    static ScriptedVlm start(Path directory) throws IOException {
        return new ScriptedVlm(Ports.of(directory).port("vlm"));
    }

    /** Up to and with {@code /v1}. */
    URI url() {
        return URI.create("http://127.0.0.1:" + port + "/v1");
    }

    /** The same server, asked by somebody in particular. */
    URI url(String asker) {
        return URI.create("http://127.0.0.1:" + port + "/" + asker + "/v1");
    }

    /** Whoever asks about this frame is told of, with the name in its url, and gets no answer. */
    void isDeadly(Frame frame, int samples, Consumer<String> asker) {
        IntStream.range(0, samples).forEach(index -> deadly.put(seed(frame, index), asker));
    }

    /** From now on connections are refused. */
    void goAway() {
        server.stop(0);
    }

    /** Listens again where it did before. */
    void comeBack() throws IOException {
        server = listening();
    }

    /** Whether every request is answered with HTTP 503 from now on. */
    void overload(boolean on) {
        overloaded = on;
    }

    /** How many requests were answered with HTTP 503. */
    int turnedAway() {
        return turnedAway.get();
    }

    /** From now on an answer takes this long. */
    void slow(Duration time) {
        delay = time;
    }

    /** This sample of these frames is not answered until {@link #letGo()}. */
    void holdBack(List<Frame> frames, int index) {
        frames.forEach(frame -> heldBack.add(seed(frame, index)));
    }

    /** Answers what was held back, and holds nothing back any more. */
    void letGo() {
        gate.countDown();
    }

    /** Whether a model of this name was asked for. */
    boolean isAsked(String model) {
        return models.contains(model);
    }

    /** How often the first samples of a frame were answered, all together. */
    int answers(Frame frame, int samples) {
        return IntStream.range(0, samples).map(index -> answered.getOrDefault(seed(frame, index), 0)).sum();
    }

    @Override
    public void close() {
        letGo();
        server.stop(0);
        exchanges.shutdownNow();
    }

    private HttpServer listening() throws IOException {
        HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        made.createContext("/", this::answer);
        made.setExecutor(exchanges);
        made.start();
        return made;
    }

    private static long seed(Frame frame, int index) {
        return Seeds.baseOf(frame.id()) + index;
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            if (overloaded) {
                turnedAway.incrementAndGet();
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            long seed = request.path("seed").longValue();
            String model = request.path("model").textValue();
            models.add(model);
            Consumer<String> death = deadly.get(seed);
            if (death != null) {
                death.accept(Path.of(exchange.getRequestURI().getPath()).getName(0).toString());
                return;
            }
            Thread.sleep(delay);
            if (heldBack.contains(seed)) {
                gate.await();
            }
            answered.merge(seed, 1, Integer::sum);
            byte[] body = completion(model, seed).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            OutputStream out = exchange.getResponseBody();
            out.write(body);
        } catch (IOException e) {
            // Whoever asked is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String completion(String model, long seed) {
        boolean bent = model.equals(TORN) && seed % 2 == 0;
        String content = bent
                ? "{\"answer\": \"bent\", \"caption\": \"the left leg stands off the table\"}"
                : "{\"answer\": \"ok\", \"caption\": \"the bracket lies flat, as drawn\"}";
        try {
            return JSON.writeValueAsString(Map.of("object", "chat.completion", "model", model, "choices",
                    List.of(Map.of("index", 0, "finish_reason", "stop", "message",
                            Map.of("role", "assistant", "content", content))),
                    "usage", Map.of("prompt_tokens", 100, "completion_tokens", 20)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
