package dev.andon.topology.letters;

import java.util.List;
import java.util.Optional;

import dev.andon.fuzz.Fuzzer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever another program writes into headers, a letter can be shown and put back, or does not say where it came from. */
class LettersFuzzTest {

    @Test
    @SuppressWarnings("NullAway") // a Kafka record may lack its value; its constructor does not say so
    void headers() {
        Fuzzer.ofTexts("headers of letters", List.of("17", "frames", "0@17 frames-1@230", "java.lang.Exception"), "@",
                "-", " ",
                "frames-0@1", "99999999999999999999", "\u0000", "٣").run(value -> {
                    RecordHeaders headers = new RecordHeaders();
                    for (String name : List.of(LetterHeaders.EXCEPTION, LetterHeaders.MESSAGE, LetterHeaders.TOPIC,
                            LetterHeaders.PARTITION, LetterHeaders.OFFSET, LetterHeaders.REDRIVES,
                            LetterHeaders.LEFT_OUT)) {
                        headers.add(name, value);
                    }
                    ConsumerRecord<byte[], byte[]> letter = record(value, headers);
                    if (Letter.of(letter).source() != null) {
                        assertThat(Redrive.renewed(Letter.of(letter), letter).headers()).hasSize(1);
                    }
                    Marker.of(record(null, new RecordHeaders().add(LetterHeaders.REDRIVEN, value)))
                            .ifPresent(marker -> assertThat(marker.putBack().offset()).isNotNegative());
                    return Letter.of(letter).source() != null;
                });
    }

    @SuppressWarnings("NullAway")
    private static ConsumerRecord<byte[], byte[]> record(byte @org.jspecify.annotations.Nullable [] value,
            Headers headers) {
        return new ConsumerRecord<>("dead-letters", 1, 5, 0, TimestampType.CREATE_TIME, 0, 0, new byte[0], value,
                headers,
                Optional.empty());
    }
}
