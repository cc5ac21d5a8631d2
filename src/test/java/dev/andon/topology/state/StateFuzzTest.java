package dev.andon.topology.state;

import java.nio.ByteBuffer;
import java.util.List;

import dev.andon.fuzz.Fuzzer;
import dev.andon.schema.state.LineState;
import dev.andon.schema.state.PendingPolicy;
import dev.andon.schema.state.RecipeThreshold;
import dev.andon.schema.state.SeenFrame;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Damaged state stops its reader with one exception that says what to do; it takes no memory by what it claims. */
class StateFuzzTest {

    @Test
    void lineStates() {
        LineState state = new LineState(ByteBuffer.wrap(new byte[300]), List.of(new RecipeThreshold("bracket", 0.25, 7L,
                "FIXED", "waived by J. Doe"), new RecipeThreshold("plate", 0.5, 8L, "RISK", "")),
                List.of(new PendingPolicy(null, 17L, 5L), new PendingPolicy(ByteBuffer.wrap(new byte[40]), 18L, 6L)));
        fuzz("line states", StateCodec.LINE_STATE, List.of(state, new LineState(null, List.of(), List.of())));
    }

    @Test
    void seenFrames() {
        fuzz("seen frames", StateCodec.SEEN_FRAME, List.of(new SeenFrame("0123456789abcdef".repeat(4), 1L << 40)));
    }

    private static <T> void fuzz(String name, StateCodec<T> codec, List<T> values) {
        Fuzzer.of(name, values.stream().map(codec::encode).toList()).run(bytes -> {
            try {
                T value = codec.decode(bytes);
                assertThat(codec.decode(codec.encode(value))).isEqualTo(value);
                return true;
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("state");
                return false;
            }
        });
    }
}
