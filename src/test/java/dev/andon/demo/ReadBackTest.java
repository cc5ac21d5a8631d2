package dev.andon.demo;

import java.util.Map;

import dev.andon.core.frame.Position;
import dev.andon.demo.summary.OutputRecord;
import dev.andon.topology.letters.LetterHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReadBackTest {

    @Test
    void tellsWhichFrameALetterIsAbout() {
        var letter = record(new byte[]{1}, Map.of(LetterHeaders.TOPIC, "frames", LetterHeaders.PARTITION, "3",
                LetterHeaders.OFFSET, "17"));

        assertThat(ReadBack.deadLetter(letter)).map(OutputRecord::frame).contains(new Position("frames", 3, 17));
    }

    @Test
    void passesOverTheNoteThatALetterWasPutBack() {
        var note = record(null, Map.of("andon.redriven", "6@0 frames-0@21"));

        assertThat(ReadBack.deadLetter(note)).isEmpty();
    }

    @Test
    void refusesALetterThatDoesNotSayWhereItsRecordStood() {
        var letter = record(new byte[]{1}, Map.of(LetterHeaders.TOPIC, "frames"));

        assertThatThrownBy(() -> ReadBack.deadLetter(letter)).hasMessageContaining("dead-letters-6@2")
                .hasMessageContaining("do not say where its record stood");
    }

    @SuppressWarnings("NullAway") // a Kafka record may lack key and value; its constructor does not say so
    private static ConsumerRecord<byte[], byte[]> record(byte @Nullable [] value, Map<String, String> headers) {
        var record = new ConsumerRecord<byte[], byte[]>("dead-letters", 6, 2, null, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }
}
