package dev.andon.it;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestPolicies;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.andon.it.Guarantees.assertEachOnceInOrder;
import static dev.andon.it.Guarantees.await;
import static dev.andon.it.Guarantees.awaitDecisions;
import static org.assertj.core.api.Assertions.assertThat;

/** Records that are no frames, in mid-stream. */
@ExtendWith({SharedCluster.class, SharedPlant.class})
class PoisonIT {

    private static final String LINE = "poisoned";
    private static final Header ORIGIN = new RecordHeader("origin", new byte[]{1, 2, 3});

    @Test
    void poisonGoesToTheDeadLettersUnchangedAndTheStreamGoesOn(Plant plant) throws Exception {
        // given
        plant.decree(TestPolicies.fixed(LINE, 1, "steady", 0.25));
        List<Frame> frames = Shots.of(LINE, 0, 8);
        List<Position> poisonAt = new ArrayList<>();
        List<byte[]> poisons = poisons(plant, frames.getFirst());
        try (Outputs outputs = plant.outputs()) {

            // when
            plant.take(frames.subList(0, 4));
            for (byte[] poison : poisons) {
                poisonAt.add(plant.takePoison(LINE, poison, ORIGIN));
            }
            plant.take(frames.subList(4, 8));

            // then
            awaitDecisions(outputs, LINE, frames.size());
            await().until(() -> outputs.look().deadLettersOf(LINE).size() >= poisons.size());
            assertEachOnceInOrder(outputs, frames);
            List<ConsumerRecord<byte[], byte[]>> letters = outputs.deadLettersOf(LINE);
            assertThat(letters).extracting(ConsumerRecord::value).containsExactlyElementsOf(poisons);
            assertThat(letters).allSatisfy(letter -> assertThat(letter.headers().lastHeader("origin"))
                    .isEqualTo(ORIGIN));
            assertThat(letters).extracting(PoisonIT::position).containsExactlyElementsOf(poisonAt);
            assertThat(letters).extracting(letter -> text(letter, "exception")).doesNotContain("");
            assertThat(letters).extracting(letter -> text(letter, "message")).doesNotContain("");
            assertThat(letters).extracting(letter -> text(letter, "stacktrace")).doesNotContain("");
        }
    }

    /** Not in the wire format; of an unknown schema; cut off. */
    private static List<byte[]> poisons(Plant plant, Frame frame) {
        byte[] encoded = plant.codecs().frames().encode(frame);
        byte[] unknown = ByteBuffer.wrap(encoded.clone()).putInt(1, 123_456_789).array();
        return List.of("no frame at all".getBytes(StandardCharsets.UTF_8), unknown, Arrays.copyOf(encoded, 40));
    }

    private static Position position(ConsumerRecord<byte[], byte[]> letter) {
        return new Position(text(letter, "topic"), Integer.parseInt(text(letter, "partition")),
                Long.parseLong(text(letter, "offset")));
    }

    private static String text(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader("__streams.errors." + name).value(), StandardCharsets.UTF_8);
    }
}
