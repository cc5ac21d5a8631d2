package dev.andon.chaos.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.andon.avro.Codecs;
import dev.andon.avro.InMemoryRegistry;
import dev.andon.avro.WrittenTopic;
import dev.andon.config.AndonConfig;
import dev.andon.config.ConfigLoader;
import dev.andon.core.frame.Frame;
import dev.andon.core.review.Basis;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Result;
import dev.andon.fixture.TestFrames;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Topics as they stand after a run, in which all is well, and then something is not. */
class ReadingTest {

    private static final Frame FRAME = TestFrames.frame("line-1", "first", 10);
    private static final String LEDGER = "andon-inspect-in-flight-changelog";
    private static final String EARLY = "andon-review-early-verdicts-changelog";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final AndonConfig config = ConfigLoader.load(null, Map.of(), List.of("topics.partitions=1"))
            .orElse(problems -> {
                throw new IllegalStateException(problems.toString());
            });
    private final CannedTopics topics = new CannedTopics(List.of("frames", "accepted", "human-review", "dead-letters",
            "verdicts", "reviewed", "thresholds", "threshold-changes", LEDGER, EARLY));
    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final Codecs codecs = registry.codecs();
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeEach
    void allIsWell() {
        codecs.prepare(List.of(new WrittenTopic("frames", WrittenTopic.Type.FRAME)), true);
        topics.add("frames", "line-1", "no frame".getBytes(StandardCharsets.UTF_8));
        letter("0");
        topics.add(LEDGER, offset(0), new byte[]{1});
        topics.add(LEDGER, offset(0), null);
        topics.add(EARLY, "v-1", new byte[]{1});
        topics.add(EARLY, "v-1".getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void findsNothingWhereAllIsWell() throws Exception {
        Verification found = verify();

        assertThat(found.violations()).isEmpty();
        assertThat(found).extracting(Verification::frames, Verification::deadLetters).containsExactly(1, 1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void findsAFrameThatIsLost() throws Exception {
        topics.add("frames", "line-1", codecs.frames().encode(FRAME));

        assertThat(verify().violations()).containsOnlyKeys(Violation.LOST);
    }

    @Test
    void findsAFrameThatIsLeftInTheLedger() throws Exception {
        topics.add(LEDGER, offset(7), new byte[]{1});

        Verification found = verify();

        assertThat(found.violations()).containsOnlyKeys(Violation.LEDGER_NOT_EMPTY).containsValue(1);
        assertThat(found.examples()).singleElement().asString().contains("frames-0@7");
    }

    @Test
    void findsAVerdictThatIsLeftWaiting() throws Exception {
        topics.add(EARLY, "v-2", new byte[]{1});

        Verification found = verify();

        assertThat(found.violations()).containsOnlyKeys(Violation.EARLY_VERDICT_LEFT).containsValue(1);
        assertThat(found.examples()).singleElement().asString().contains("v-2");
    }

    @Test
    void findsAVerdictOnNothingThatIsNoDeadLetter() throws Exception {
        verdict();

        assertThat(verify().violations()).containsOnlyKeys(Violation.VERDICT_LOST);
    }

    @Test
    void tellsDeadLettersOfVerdictsFromThoseOfFrames() throws Exception {
        verdict();
        topics.add("dead-letters", "line-1", new byte[0], header("topic", "verdicts"), header("partition", "0"),
                header("offset", "0"));

        Verification found = verify();

        assertThat(found.violations()).isEmpty();
        assertThat(found.deadLetters()).isEqualTo(1);
        assertThat(found.reviews()).isEqualTo(new Reviews(1, 0, 1, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"verdicts", "reviewed", "thresholds"})
    void findsARecordThatCannotBeRead(String topic) throws Exception {
        topics.add(topic, "line-1", "nonsense".getBytes(StandardCharsets.UTF_8));

        Verification found = verify();

        assertThat(found.violations()).containsOnlyKeys(Violation.UNREADABLE_OUTPUT).containsValue(1);
        assertThat(found.examples()).singleElement().asString().contains(topic);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "reviewed", "thresholds", "threshold-changes"})
    void findsATransactionThatStaysOpen(String topic) throws Exception {
        topics.leaveOpen(topic, 2);

        Verification found = verify();

        assertThat(found.violations()).containsOnlyKeys(Violation.TRANSACTION_OPEN).containsValue(1);
        assertThat(found.examples()).singleElement().asString().contains(topic + "-0");
    }

    @Test
    void hasPatienceWithATransactionThatIsOpen() throws Exception {
        topics.leaveOpen("accepted", 2);

        verify();

        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).as("the brokers' own timeout")
                .isGreaterThan(Duration.ofSeconds(10));
    }

    @Test
    void findsADecisionThatCannotBeRead() throws Exception {
        topics.add("human-review", "line-1", "no decision".getBytes(StandardCharsets.UTF_8));

        Verification found = verify();

        assertThat(found.violations()).containsOnlyKeys(Violation.UNREADABLE_OUTPUT).containsValue(1);
        assertThat(found.examples()).singleElement().asString().contains("human-review");
    }

    @Test
    void findsADeadLetterThatDoesNotSayOfWhat() throws Exception {
        topics.add("dead-letters", "line-1", new byte[0]);
        letter("somewhere");

        assertThat(verify().violations()).containsOnlyKeys(Violation.UNREADABLE_OUTPUT).containsValue(2);
    }

    private void verdict() {
        codecs.prepare(List.of(new WrittenTopic("verdicts", WrittenTopic.Type.VERDICT)), true);
        topics.add("verdicts", "line-1", codecs.verdicts().encode(new Verdict("v-1", "nobody inspected this",
                FRAME.line(), Result.OK, null, Basis.IMAGE, "J. Doe", NOW, null, null, null)));
    }

    private void letter(String offset) {
        topics.add("dead-letters", "line-1", new byte[0], header("topic", "frames"), header("partition", "0"),
                header("offset", offset));
    }

    private static Header header(String name, String value) {
        return new RecordHeader("__streams.errors." + name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] offset(long offset) {
        return ByteBuffer.allocate(Long.BYTES).putLong(offset).array();
    }

    private Verification verify() throws Exception {
        return new Reading(config, topics, codecs, InstantSource.fixed(NOW), pauses::add)
                .verify(new Sent(List.of(), List.of(), List.of()));
    }
}
