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
import dev.andon.ingest.trigger.Triggers;
import dev.andon.web.WebServer;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers {@code POST /frames} and, where there are cameras to trigger, {@code POST /triggers}. Any thread. */
public final class FrameServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FrameServer.class);

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FRAMES = "/frames";
    private static final String TRIGGERS = "/triggers";
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
     * @param cameras   those that are known
     * @param publisher stays open
     * @param triggers  hears those that are brought; null where there are none
     * @throws IOException if it cannot listen there; the message says what to do
     */
    public static FrameServer start(Door door, Limits limits, CameraBook cameras, FrameMaker maker,
            FramePublisher publisher, @Nullable Triggers triggers) throws IOException {
        InstantSource clock = InstantSource.system();
        Entrance entrance = new Entrance(new Access(door.token()), limits.receivedWithin(), clock);
        FrameWriter writer = new FrameWriter(publisher, limits.acknowledgedWithin());
        FrameDesk frameDesk = new FrameDesk(entrance, limits, cameras, new FrameIds(UUID::randomUUID), maker, writer,
                clock);
        TriggerDesk triggerDesk = triggers == null ? null : new TriggerDesk(entrance, triggers);
        WebServer server = WebServer.start(door.host(), door.port(), REMEDY, config -> {
            accommodate(config, limits.acknowledgedWithin());
            routes(config.routes, frameDesk, triggerDesk);
        });
        return new FrameServer(server, writer);
    }

    /** Where frames are taken. */
    public URI address() {
        return server.address().resolve(FRAMES);
    }

    /** Where triggers are taken, if there are any. */
    public URI triggersAddress() {
        return server.address().resolve(TRIGGERS);
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

    private static void routes(RoutesConfig routes, FrameDesk frames, @Nullable TriggerDesk triggers) {
        routes.post(FRAMES, context -> tell(context, frames.take(context.req())));
        if (triggers != null) {
            routes.post(TRIGGERS, context -> tell(context, triggers.take(context.req())));
        }
        String wanted = "frames are taken by POST at " + FRAMES
                + (triggers == null ? "" : ", triggers by POST at " + TRIGGERS);
        routes.exception(HttpResponseException.class, (failure, context) -> tell(context, misled(failure, wanted)));
        routes.exception(Exception.class, (failure, context) -> {
            LOG.warn("a request cannot be answered: {}", failure.toString());
            tell(context, Answer.problem(500, "cannot be answered; the log of andon ingest says why"));
        });
    }

    private static Answer misled(HttpResponseException failure, String wanted) {
        Answer answer = Answer.problem(failure.getStatus(), wanted);
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
