package dev.andon.chaos.jury;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.avro.Preparation;
import dev.andon.chaos.clients.Follower;
import dev.andon.chaos.clients.Robust;
import dev.andon.config.AndonConfig;
import dev.andon.config.TopicsConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.core.frame.LineId;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Result;
import dev.andon.topology.provisioning.TopicSchemas;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Listens to decisions and writes verdicts on them, a little later, until it is stopped, whatever happens to the brokers.
 * Any thread; one of its own speaks.
 */
public final class Jury implements Follower.Listener, AutoCloseable {

    /** What the answers of the model mean. */
    public interface Meanings {

        /** The labels of a recipe; empty where nobody knows it. */
        Optional<Labels> labels(LineId line, String recipeId);
    }

    private final TopicsConfig topics;
    private final Codecs codecs;
    private final Meanings meanings;
    private final long seed;
    private final Producer<byte[], byte[]> producer;
    private final Transcript transcript = new Transcript();
    private final ScheduledThreadPoolExecutor speaker;

    /** @param speaker ignores what comes after it is shut down */
    Jury(TopicsConfig topics, Codecs codecs, Meanings meanings, long seed, Producer<byte[], byte[]> producer,
            ScheduledThreadPoolExecutor speaker) {
        this.topics = topics;
        this.codecs = codecs;
        this.meanings = meanings;
        this.seed = seed;
        this.producer = producer;
        this.speaker = speaker;
    }

    /**
     * Registers the schema of verdicts.
     *
     * @throws IOException if the registry is not to be reached: it has to stand at the start
     */
    public static Jury summon(AndonConfig config, Codecs codecs, Meanings meanings, long seed) throws IOException {
        Preparation preparation = codecs.prepare(List.of(TopicSchemas.verdicts(config.topics())),
                config.registry().autoRegister());
        if (!(preparation instanceof Preparation.Ready)) {
            throw new IOException("the schema of verdicts is not registered: " + preparation);
        }
        ScheduledThreadPoolExecutor speaker = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().name("andon-chaos-jury").daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        return new Jury(config.topics(), codecs, meanings, seed, Robust.producer(config, "andon-chaos-jury"), speaker);
    }

    @Override
    public boolean hear(ConsumerRecord<byte[], byte[]> record, Instant seen) {
        if (!List.of(topics.accepted(), topics.humanReview()).contains(record.topic())) {
            return true;
        }
        return switch (codecs.inspections().decode(record.value())) {
            case Decoding.Decoded<Inspection>(Inspection inspection) -> {
                Deliberation.on(inspection, said(inspection), seed).forEach(this::schedule);
                yield true;
            }
            case Decoding.Undecodable<Inspection> _ -> true;
            case Decoding.RegistryAway<Inspection> _ -> false;
        };
    }

    /** Everything that was said, or is going to be. */
    public List<Said> said() {
        return transcript.all();
    }

    /** Says what is left to be said, and gives up what the topic does not have within {@code limit}; hears nothing more. */
    public void stop(Duration limit) throws InterruptedException {
        speaker.shutdown();
        if (!speaker.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            speaker.shutdownNow();
        }
        producer.close(limit);
        transcript.giveUp();
    }

    @Override
    public void close() {
        speaker.shutdownNow();
        producer.close(Duration.ZERO);
    }

    /** What the model says, be it published or not; OK where it says nothing. */
    private Result said(Inspection inspection) {
        Answer answer = inspection.decision().answer();
        Inspection.Applied applied = inspection.applied();
        boolean defective = answer != null && applied != null && meanings.labels(inspection.line(), applied.recipeId())
                .filter(labels -> labels.resultOf(answer) == Result.NOT_OK).isPresent();
        return defective ? Result.NOT_OK : Result.OK;
    }

    private void schedule(Statement statement) {
        if (!speaker.isShutdown()) {
            int number = transcript.open(statement.verdict());
            Future<?> _ = speaker.schedule(() -> say(number, statement.verdict()), statement.after().toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void say(int number, Verdict verdict) {
        byte[] key = verdict.line().value().getBytes(StandardCharsets.UTF_8);
        Robust.send(producer, new ProducerRecord<>(topics.verdicts(), key, codecs.verdicts().encode(verdict)),
                known -> transcript.close(number, known));
    }
}
