package dev.andon.chaos.jury;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.avro.InMemoryRegistry;
import dev.andon.avro.WrittenTopic;
import dev.andon.chaos.clients.Sending;
import dev.andon.config.TopicsConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;
import dev.andon.core.frame.LineId;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Result;
import dev.andon.fixture.TestPolicies;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

class JuryTest {

    private static final TopicsConfig TOPICS = new TopicsConfig("", 1, (short) 1);
    private static final LinePolicy POLICY = TestPolicies.coldStart("line-1", 1);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long SEED = 7;

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final Codecs codecs = registry.codecs();

    @BeforeEach
    void register() {
        codecs.prepare(List.of(new WrittenTopic("verdicts", WrittenTopic.Type.VERDICT), new WrittenTopic("accepted",
                WrittenTopic.Type.INSPECTION)), true);
    }

    @Test
    void saysWhatItDeliberatedAndKnowsWhatTheTopicHas() throws Exception {
        MockProducer<byte[], byte[]> producer = producer();
        Jury jury = jury(producer);
        List<Inspection> held = held(20, "bent");

        held.forEach(inspection -> assertThat(jury.hear(record("human-review", inspection), Instant.MIN)).isTrue());
        jury.stop(LIMIT);

        List<Verdict> due = held.stream()
                .flatMap(inspection -> Deliberation.on(inspection, Result.NOT_OK, SEED).stream())
                .map(Statement::verdict).toList();
        assertThat(due).isNotEmpty();
        assertThat(producer.history().stream().map(this::verdict)).containsExactlyInAnyOrderElementsOf(due);
        assertThat(producer.history()).allMatch(record -> record.topic().equals("verdicts")
                && new String(record.key(), StandardCharsets.UTF_8).equals("line-1"));
        assertThat(jury.said()).extracting(Said::verdict).containsExactlyElementsOf(due);
        assertThat(jury.said()).allMatch(said -> said.sending() instanceof Sending.Confirmed);
    }

    @Test
    void notesWhatTheBrokersDidNotTake() throws Exception {
        MockProducer<byte[], byte[]> producer = producer();
        producer.sendException = new TimeoutException("no broker");
        Jury jury = jury(producer);

        held(20, "ok").forEach(inspection -> jury.hear(record("human-review", inspection), Instant.MIN));
        jury.stop(LIMIT);

        assertThat(jury.said()).isNotEmpty()
                .allMatch(said -> said.sending() instanceof Sending.Unconfirmed(String why)
                        && why.contains("no broker"));
    }

    @Test
    void givesUpWhatThereIsNoTimeFor() throws Exception {
        Jury jury = jury(codecs, producer(), new ScheduledThreadPoolExecutor(1));

        held(100, "ok").forEach(inspection -> jury.hear(record("human-review", inspection), Instant.MIN));
        jury.stop(Duration.ZERO);

        assertThat(jury.said().stream().filter(said -> said.sending() instanceof Sending.Unconfirmed)).isNotEmpty();
        assertThat(jury.said()).noneMatch(said -> said.sending() instanceof Sending.Pending);
    }

    @Test
    void hearsNothingMoreOnceItIsStopped() throws Exception {
        Jury jury = jury(producer());
        jury.stop(LIMIT);

        held(20, "ok").forEach(inspection -> jury.hear(record("human-review", inspection), Instant.MIN));

        assertThat(jury.said()).isEmpty();
    }

    @Test
    void listensToDecisionsAloneAndAgainWhereTheRegistryIsAway() {
        Inspection held = held(1, "ok").getFirst();
        Jury jury = jury(registry.codecs(), producer(), new Hasty());
        registry.setAway(true);

        assertThat(jury.hear(record("reviewed", held), Instant.MIN)).isTrue();
        assertThat(jury.hear(record("human-review", held), Instant.MIN)).isFalse();
    }

    private Jury jury(MockProducer<byte[], byte[]> producer) {
        return jury(codecs, producer, new Hasty());
    }

    private static Jury jury(Codecs codecs, MockProducer<byte[], byte[]> producer,
            ScheduledThreadPoolExecutor speaker) {
        return new Jury(TOPICS, codecs, JuryTest::labels, SEED, producer, speaker);
    }

    /** Does everything at once. */
    private static final class Hasty extends ScheduledThreadPoolExecutor {

        Hasty() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            return super.schedule(command, 0, unit);
        }
    }

    private static Optional<Labels> labels(LineId line, String recipeId) {
        return POLICY.recipes().stream().filter(recipe -> recipe.id().equals(recipeId) && line.equals(POLICY.line()))
                .map(Recipe::labels).findFirst();
    }

    private static MockProducer<byte[], byte[]> producer() {
        return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static List<Inspection> held(int count, String answer) {
        return IntStream.range(0, count).mapToObj(i -> Decisions.held(POLICY, "i-" + i, answer)).toList();
    }

    private ConsumerRecord<byte[], byte[]> record(String topic, Inspection inspection) {
        return new ConsumerRecord<>(topic, 0, 0, new byte[0], codecs.inspections().encode(inspection));
    }

    private Verdict verdict(ProducerRecord<byte[], byte[]> record) {
        return codecs.verdicts().decode(record.value()) instanceof Decoding.Decoded<Verdict>(Verdict verdict)
                ? verdict
                : fail("no verdict");
    }
}
