package dev.andon.vlm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

import dev.andon.config.VlmConfig;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Reply;
import dev.andon.http.Ambience;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Several servers and a sampler, in real time and with short pauses. */
final class Houses implements AutoCloseable {

    /** How a server answers. */
    interface Manners {
        MockResponse answer() throws InterruptedException;
    }

    private final List<MockWebServer> servers = new ArrayList<>();
    private final List<URI> addresses = new ArrayList<>();
    private final Map<Integer, Manners> manners = new ConcurrentHashMap<>();
    private final Map<Integer, Queue<String>> heard = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Recorder recorder = new Recorder(meters);
    final OpenAiSampler sampler;

    Houses(int count, UnaryOperator<VlmConfig> change) throws IOException {
        for (int k = 0; k < count; k++) {
            servers.add(server(k));
            addresses.add(servers.get(k).url("/v1").uri());
        }
        VlmConfig config = Configs.endpoints(Configs.of(addresses.getFirst()), addresses);
        Ambience quick = new Ambience(InstantSource.system(), new java.util.SplittableRandom(7),
                pause -> Thread.sleep(pause.dividedBy(50)));
        sampler = OpenAiSampler.create(change.apply(config), recorder, quick);
    }

    private MockWebServer server(int k) throws IOException {
        heard.put(k, new ConcurrentLinkedQueue<>());
        manners.put(k, () -> Bodies.completion(Bodies.OK));
        MockWebServer server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                heardBy(k).add(frameOf(request));
                return manners.getOrDefault(k, () -> Bodies.error(500, "no manners")).answer();
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
        return server;
    }

    /** The frames that a server was asked about, once per request. */
    Queue<String> heardBy(int server) {
        return heard.getOrDefault(server, new ConcurrentLinkedQueue<>());
    }

    void behave(int server, Manners how) {
        manners.put(server, how);
    }

    /** The name of a server in metrics and health. */
    String name(int server) {
        return addresses.get(server).getHost() + ":" + addresses.get(server).getPort();
    }

    /** Ends a server: connections to it are refused. */
    void kill(int server) {
        servers.get(server).close();
    }

    Reply ask(String line, String frame, int index) throws InterruptedException {
        Question question = new Question(new LineId(line), new FrameId(frame), "m", "frame=" + frame + ";",
                Questions.LABELS, "en", 1, 10, ImageBytes.of(new byte[]{1}), "image/png");
        return sampler.ask(question, 1, index, 1, InstantSource.system().instant().plus(Duration.ofSeconds(20)))
                .getFirst();
    }

    Future<Reply> asking(String line, String frame, int index) {
        return threads.submit(() -> ask(line, frame, index));
    }

    /** Runs them all at once; what came of each. */
    List<Reply> all(List<Callable<Reply>> calls) throws Exception {
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> reply : threads.invokeAll(calls)) {
            replies.add(reply.get());
        }
        return replies;
    }

    double gauge(String name, int server) {
        return meters.get(name).tag("endpoint", name(server)).gauge().value();
    }

    private static String frameOf(RecordedRequest request) {
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        int at = body.indexOf("frame=") + 6;
        return body.substring(at, body.indexOf(';', at));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        sampler.close();
        servers.forEach(MockWebServer::close);
    }
}
