package dev.andon.chaos.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import dev.andon.avro.Codecs;
import dev.andon.avro.InMemoryRegistry;
import dev.andon.avro.WrittenTopic;
import dev.andon.chaos.clients.Sending;
import dev.andon.chaos.jury.Said;
import dev.andon.config.TopicsConfig;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.core.review.Basis;
import dev.andon.core.review.Inspected;
import dev.andon.core.review.Reviewed;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Result;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WatchTest {

    private static final TopicsConfig TOPICS = new TopicsConfig("", 1, (short) 1);
    private static final LineId LINE = new LineId("line-1");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final Codecs codecs = registry.codecs();
    private final Queue<Instant> times = new ArrayDeque<>();
    private final InstantSource clock = () -> times.size() > 1 ? times.remove() : times.element();
    private final Watch watch = new Watch(TOPICS, codecs, clock);

    @BeforeEach
    void start() {
        codecs.prepare(List.of(new WrittenTopic("reviewed", WrittenTopic.Type.REVIEWED)), true);
        times.add(NOW);
    }

    @Test
    void countsVerdictsThatWereReviewedOrAreDead() throws Exception {
        List<Said> said = List.of(said("v-1", 0), said("v-2", 1), said("v-1", 2),
                new Said(verdict("v-3"), new Sending.Unconfirmed("no time")));
        assertThat(watch.counted(said)).isZero();

        watch.hear(reviewed("v-1"), NOW);
        watch.hear(letter("verdicts", 1), NOW);

        assertThat(watch.counted(said)).isEqualTo(3);
        assertThat(watch.awaitCounted(said, Duration.ofSeconds(90))).isTrue();
    }

    @Test
    void givesUpWhenNothingMoreCounts() throws Exception {
        times.add(NOW.plusSeconds(90));

        assertThat(watch.awaitCounted(List.of(said("v-1", 0)), Duration.ofSeconds(90))).isFalse();
    }

    @Test
    void takesNoDeadVerdictForADecision() {
        watch.hear(letter("verdicts", 1), NOW);
        assertThat(watch.decided()).isZero();

        watch.hear(letter("frames", 1), NOW);

        assertThat(watch.decided()).isEqualTo(1);
    }

    @Test
    void wantsToHearAgainOfWhatItCannotReadYet() {
        ConsumerRecord<byte[], byte[]> record = reviewed("v-1");
        Watch other = new Watch(TOPICS, registry.codecs(), clock);
        registry.setAway(true);
        assertThat(other.hear(record, NOW)).isFalse();

        registry.setAway(false);

        assertThat(other.hear(record, NOW)).isTrue();
        assertThat(other.counted(List.of(said("v-1", 0)))).isEqualTo(1);
    }

    @Test
    void passesOverWhatNobodyCanRead() {
        assertThat(watch.hear(record("reviewed", 0, "nonsense".getBytes(StandardCharsets.UTF_8)), NOW)).isTrue();
    }

    private ConsumerRecord<byte[], byte[]> reviewed(String verdict) {
        Inspected inspected = new Inspected("i", new Position("accepted", 0, 0),
                new Inspected.Subject(LINE, null, null, null, null, null), 1L, Route.ACCEPTED, null, null, Result.OK,
                null, false, null, 3, 0.5, null, null, NOW, true);
        return record("reviewed", 0, codecs.reviewed().encode(
                new Reviewed("i-1", null, inspected, List.of(verdict(verdict)), Result.OK, false)));
    }

    private static ConsumerRecord<byte[], byte[]> letter(String topic, int offset) {
        ConsumerRecord<byte[], byte[]> letter = record("dead-letters", 0, new byte[0]);
        header(letter, "topic", topic);
        header(letter, "partition", "0");
        header(letter, "offset", Integer.toString(offset));
        return letter;
    }

    private static void header(ConsumerRecord<?, ?> record, String name, String value) {
        record.headers().add("__streams.errors." + name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, int offset, byte[] value) {
        return new ConsumerRecord<>(topic, 0, offset, LINE.value().getBytes(StandardCharsets.UTF_8), value);
    }

    private static Said said(String id, int offset) {
        return new Said(verdict(id), new Sending.Confirmed(new Position("verdicts", 0, offset)));
    }

    private static Verdict verdict(String id) {
        return new Verdict(id, "i", LINE, Result.OK, null, Basis.IMAGE, "J. Doe", NOW, null, null, null);
    }
}
