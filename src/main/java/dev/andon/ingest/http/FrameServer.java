package dev.andon.ingest.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.ingest.FrameMaker;
import dev.andon.ingest.FramePublisher;
import dev.andon.web.WebServer;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers {@code POST /frames}. Any thread. */
public final class FrameServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FrameServer.class);

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/frames";
    private static final String REMEDY = "name a free --port, or 0 for any, and a --host that is an address of this"
            + " machine";

    /** Every label at its longest, with percent signs for each byte. */
    private static final int HEADER_BYTES = 32 << 10;

    /** Beyond the time that Kafka has, for reading and decoding. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final WebServer server;
    private final FrameWriter writer;

    private FrameServer(WebServer server, FrameWriter writer) {
        this.server = server;
        this.writer = writer;
    }

    /**
     * Starts to listen.
     *
     * @param publisher stays open
     * @throws IOException if it cannot listen there; the message says what to do
     */
    public static FrameServer start(Door door, Limits limits, FrameMaker maker, FramePublisher publisher)
            throws IOException {
        FrameWriter writer = new FrameWriter(publisher, limits.acknowledgedWithin());
        FrameDesk desk = new FrameDesk(new Access(door.token()), limits, new FrameIds(UUID::randomUUID), maker, writer,
                InstantSource.system());
        WebServer server = WebServer.start(door.host(), door.port(), REMEDY, config -> {
            accommodate(config, limits.acknowledgedWithin());
            routes(config.routes, desk);
        });
        return new FrameServer(server, writer);
    }

    /** Where frames are taken. */
    public URI address() {
        return server.address().resolve(PATH);
    }

    /** Listens no longer, and answers what is under way. */
    @Override
    public void close() {
        server.close();
        writer.close();
    }

    private static void accommodate(JavalinConfig config, Duration longest) {
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> http.setRequestHeaderSize(HEADER_BYTES));
        config.jetty.modifyServer((Server jetty) -> {
            jetty.insertHandler(new GracefulHandler());
            jetty.setStopTimeout(longest.plus(GRACE).toMillis());
        });
    }

    private static void routes(RoutesConfig routes, FrameDesk desk) {
        routes.post(PATH, context -> tell(context, desk.take(context.req())));
        routes.exception(HttpResponseException.class, (failure, context) -> tell(context, misled(failure)));
        routes.exception(Exception.class, (failure, context) -> {
            LOG.warn("a request cannot be answered: {}", failure.toString());
            tell(context, Answer.problem(500, "cannot be answered; the log of andon ingest says why"));
        });
    }

    private static Answer misled(HttpResponseException failure) {
        Answer answer = Answer.problem(failure.getStatus(), "frames are taken by POST at " + PATH);
        return failure.getStatus() == 405 ? answer.with(Map.of("Allow", "POST")) : answer;
    }

    private static void tell(Context context, Answer answer) {
        answer.headers().forEach(context::header);
        context.status(answer.status()).contentType("application/json").result(json(answer.body()));
    }

    private static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("these records are always JSON", e);
        }
    }
}
