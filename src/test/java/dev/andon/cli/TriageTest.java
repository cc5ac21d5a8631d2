package dev.andon.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.andon.config.TopicsConfig;
import dev.andon.core.frame.Position;
import dev.andon.topology.letters.Letter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TriageTest {

    private static final TopicPartition FRAMES = new TopicPartition("t.frames", 0);
    private static final Position SOURCE = new Position("t.frames", 0, 7);
    private static final Instant TIME = Instant.ofEpochMilli(1_000);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final TopicsConfig topics = new TopicsConfig("t.", 1, (short) 1);

    @BeforeEach
    void aTopicOfOnePartition() {
        consumer.updatePartitions("t.frames", List.of(new PartitionInfo("t.frames", 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(FRAMES, 0L));
        consumer.updateEndOffsets(Map.of(FRAMES, 0L));
    }

    @Test
    void aWholeLetterOfAFrameGoesBackFromItself() {
        Letter letter = letter(SOURCE, 3, null);

        assertThat(fate(letter, null)).isEqualTo(new Fate.Ready(letter, letter.at()));
    }

    @Test
    void whatWentBackBeforeIsDone() {
        Position before = new Position("t.frames", 0, 9);

        assertThat(fate(letter(SOURCE, 3, null), before)).isInstanceOfSatisfying(Fate.Done.class,
                done -> assertThat(done.putBack()).isEqualTo(before));
    }

    @Test
    void anOldPolicyDoesNotReplaceANewerOne() {
        assertThat(refusal(letter(new Position("t.line-policies", 0, 7), 3, null))).contains("andon policy apply");
        assertThat(refusal(letter(new Position("t.shadow-policies", 0, 7), 3, null)))
                .contains("andon policy shadow apply");
    }

    @Test
    void whatWasLearntOrSaidIsGivenAnew() {
        assertThat(refusal(letter(new Position("t.thresholds", 0, 7), 3, null))).contains("anew with the next change");
        assertThat(refusal(letter(new Position("t.verdicts", 0, 7), 3, null))).contains("andon verdict");
    }

    @Test
    void aLetterSaysNotWhereverToWrite() {
        assertThat(refusal(letter(new Position("accepted", 0, 7), 3, null))).contains("accepted", "topics.prefix");
        assertThat(refusal(letter(null, 3, null))).contains("does not say");
        assertThat(refusal(letter(new Position("t.frames", 4, 7), 3, null))).contains("partition 4", "1 partition now");
    }

    @Test
    void aTombstoneIsNotPutBack() {
        assertThat(refusal(letter(SOURCE, null, null))).contains("no value");
    }

    @Test
    void whatWasLeftOutIsReadFromTheSource() {
        stands(7, TIME);
        Letter letter = letter(SOURCE, null, "value");

        assertThat(fate(letter, null)).isEqualTo(new Fate.Ready(letter, SOURCE));
    }

    @Test
    void whatWasLeftOutAndIsGoneFromTheSourceIsLost() {
        assertThat(refusal(letter(SOURCE, null, "value"))).contains("value did not fit", "t.frames-0@7",
                "send the frame anew");
    }

    @Test
    void anotherRecordInAReCreatedTopicIsNotTakenForTheOldOne() {
        stands(7, TIME.plusSeconds(5));

        assertThat(refusal(letter(SOURCE, null, "value"))).contains("no longer");
    }

    private void stands(long offset, Instant time) {
        consumer.updateEndOffsets(Map.of(FRAMES, offset + 1));
        consumer.schedulePollTask(() -> consumer.addRecord(new ConsumerRecord<>("t.frames", 0, offset,
                time.toEpochMilli(), TimestampType.CREATE_TIME, 1, 1, new byte[1], new byte[1], new RecordHeaders(),
                Optional.empty())));
    }

    private String refusal(Letter letter) {
        return fate(letter, null) instanceof Fate.Refused refused ? refused.why() : "";
    }

    private Fate fate(Letter letter, @Nullable Position putBack) {
        return new Triage(topics, new RecordAt(consumer)).of(letter, putBack);
    }

    private static Letter letter(@Nullable Position source, @Nullable Integer size, @Nullable String leftOut) {
        return new Letter(new Position("t.dead-letters", 0, 1), TIME, "line-1", size, source, "Exception", "broken", 0,
                leftOut);
    }
}
