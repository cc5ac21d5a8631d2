package dev.andon.ingest.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import dev.andon.ingest.FramePublisher;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes frames, and says in time what became of them. Any thread. */
final class FrameWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FrameWriter.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final FramePublisher publisher;
    private final Duration limit;
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();

    /** @param limit within which a frame has to be acknowledged */
    FrameWriter(FramePublisher publisher, Duration limit) {
        this.publisher = publisher;
        this.limit = limit;
    }

    /** Sends a frame. Never blocks, although Kafka's producer does where it has no room or knows no broker. */
    CompletableFuture<Position> send(Frame frame) {
        return CompletableFuture.completedFuture(frame).thenComposeAsync(publisher::publish, sending);
    }

    /** Waits for what becomes of a frame, within the limit. */
    Answer await(Frame frame, CompletableFuture<Position> written) {
        try {
            return Answer.written(frame.id(), written.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            return unconfirmed(frame, "Kafka did not acknowledge within " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            return failed(frame, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return unconfirmed(frame, "the server ends");
        }
    }

    private static Answer failed(Frame frame, Throwable failure) {
        return switch (failure) {
            case RetriableException passing -> unconfirmed(frame, "Kafka did not acknowledge: " + passing.getMessage());
            case RecordTooLargeException _ -> Answer.problem(413, "Kafka takes no record that large: raise"
                    + " max.message.bytes of the topic, or send smaller images");
            default -> {
                LOG.warn("a frame cannot be written: {}", failure.toString());
                yield Answer.problem(500, "the frame cannot be written; the log of andon ingest says why");
            }
        };
    }

    private static Answer unconfirmed(Frame frame, String what) {
        return Answer.unconfirmed(frame.id(), what + "; the frame may arrive nevertheless: send it again with the same"
                + " frame id, and it counts once", PAUSE);
    }

    /** Waits until everything has been handed over. */
    @Override
    public void close() {
        sending.close();
    }
}
