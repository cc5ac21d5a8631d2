package dev.andon.topology.letters;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import dev.andon.core.frame.Position;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RedriveTest {

    private static final byte[] BYTES = {1, 2, 3};
    private static final byte[] KEY = "line-1".getBytes(StandardCharsets.UTF_8);

    private final MockProducer<byte[], byte[]> producer = new MockProducer<>(cluster(), true,
            new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void aRecordGoesBackAsItCame() throws Exception {
        // given
        Headers headers = lettered(new RecordHeaders().add("traceparent", new byte[]{7}).add("tag", new byte[]{1})
                .add("tag", new byte[]{2}));
        ConsumerRecord<byte[], byte[]> record = record(5, BYTES, headers);

        // when
        Redrive.begin(producer).putBack(List.of(Letter.of(record)), _ -> record);

        // then
        ProducerRecord<byte[], byte[]> back = producer.history().getFirst();
        assertThat(back.topic()).isEqualTo("frames");
        assertThat(back.partition()).isEqualTo(3);
        assertThat(back.key()).isEqualTo(KEY);
        assertThat(back.value()).isEqualTo(BYTES);
        assertThat(back.timestamp()).as("old times would let retention delete it at once").isNull();
        assertThat(back.headers()).extracting("key").containsExactly("traceparent", "tag", "tag", "andon.redrives");
        assertThat(back.headers().headers("tag")).extracting("value").containsExactly(new byte[]{1}, new byte[]{2});
        assertThat(LetterHeaders.text(back.headers(), LetterHeaders.REDRIVES)).isEqualTo("1");
    }

    @Test
    void headersDoNotGrowHoweverOftenARecordComesBack() {
        Headers headers = lettered(new RecordHeaders().add("traceparent", new byte[]{7}));
        for (int round = 1; round <= 9; round++) {
            ConsumerRecord<byte[], byte[]> record = record(round, BYTES, headers);
            Letter letter = Letter.of(record);

            Headers back = Redrive.renewed(letter, record).headers();

            assertThat(letter.redrives()).isEqualTo(round - 1);
            assertThat(back).extracting("key").containsExactly("traceparent", "andon.redrives");
            headers = lettered(back);
            assertThat(headers).hasSize(8);
        }
    }

    @Test
    void theMarkerTellsWhichLetterWentWhere() throws Exception {
        ConsumerRecord<byte[], byte[]> record = record(5, BYTES, lettered(new RecordHeaders()));
        Letter letter = Letter.of(record);

        Position place = Redrive.begin(producer).putBack(List.of(letter), _ -> record).get(letter);

        ProducerRecord<byte[], byte[]> marker = producer.history().getLast();
        assertThat(marker.topic()).isEqualTo("dead-letters");
        assertThat(marker.partition()).as("kept as long as its letter").isEqualTo(1);
        assertThat(marker.key()).isEqualTo(KEY);
        assertThat(marker.value()).isNull();
        assertThat(Marker.of(record(9, null, marker.headers())))
                .isEqualTo(Optional.of(new Marker(letter.at(), new Position("frames", 3, 0))));
        assertThat(place).isEqualTo(new Position("frames", 3, 0));
    }

    @Test
    void aLetterIsNoMarker() {
        Headers forged = lettered(new RecordHeaders().add("andon.redriven", "1@5 frames-3@0".getBytes(
                StandardCharsets.UTF_8)));

        assertThat(Marker.of(record(9, null, forged))).isEmpty();
    }

    @Test
    void whereOneCannotBeReadNoneGoesBack() {
        ConsumerRecord<byte[], byte[]> first = record(5, BYTES, lettered(new RecordHeaders()));
        Letter gone = Letter.of(record(6, BYTES, lettered(new RecordHeaders())));
        Redrive redrive = Redrive.begin(producer);

        assertThatThrownBy(() -> redrive.putBack(List.of(Letter.of(first), gone), letter -> {
            if (letter.equals(gone)) {
                throw new IllegalStateException("deleted");
            }
            return first;
        })).hasMessage("deleted");

        assertThat(producer.transactionAborted()).isTrue();
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aRunThatAnotherOneHasReplacedWritesNothing() {
        ConsumerRecord<byte[], byte[]> record = record(5, BYTES, lettered(new RecordHeaders()));
        Redrive redrive = Redrive.begin(producer);
        producer.fenceProducer();

        assertThatThrownBy(() -> redrive.putBack(List.of(Letter.of(record)), _ -> record))
                .isInstanceOf(ProducerFencedException.class);
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aLetterOfSomebodyElseHasNoSource() {
        Letter letter = Letter.of(record(5, BYTES, new RecordHeaders().add(LetterHeaders.TOPIC, new byte[]{65})
                .add(LetterHeaders.PARTITION, "many".getBytes(StandardCharsets.UTF_8))));

        assertThat(letter.source()).isNull();
        assertThat(letter.exception()).isEmpty();
    }

    private static Cluster cluster() {
        List<PartitionInfo> frames = IntStream.range(0, 4)
                .mapToObj(partition -> new PartitionInfo("frames", partition, null, null, null)).toList();
        return new Cluster("test", List.of(), frames, Set.of(), Set.of());
    }

    /** As the application that could not read the record adds them. */
    private static Headers lettered(Headers headers) {
        LetterHeaders.put(headers, LetterHeaders.EXCEPTION, "java.lang.Exception");
        LetterHeaders.put(headers, LetterHeaders.MESSAGE, "broken");
        LetterHeaders.put(headers, LetterHeaders.STACK_TRACE, "at");
        LetterHeaders.put(headers, LetterHeaders.TOPIC, "frames");
        LetterHeaders.put(headers, LetterHeaders.PARTITION, "3");
        LetterHeaders.put(headers, LetterHeaders.OFFSET, "17");
        return headers;
    }

    @SuppressWarnings("NullAway") // a Kafka record may lack its value; its constructor does not say so
    private static ConsumerRecord<byte[], byte[]> record(long offset, byte @Nullable [] value, Headers headers) {
        return new ConsumerRecord<>("dead-letters", 1, offset, 0, TimestampType.CREATE_TIME, KEY.length, 0, KEY, value,
                headers, Optional.empty());
    }
}
