package dev.andon.topology.state;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.andon.core.frame.Tiles;
import dev.andon.fuzz.Fuzzer;
import dev.andon.schema.state.InFlight;
import dev.andon.schema.state.KeptSample;
import dev.andon.schema.state.LastInspected;
import dev.andon.schema.state.LineSpend;
import dev.andon.schema.state.LineState;
import dev.andon.schema.state.PendingPolicy;
import dev.andon.schema.state.PendingThresholds;
import dev.andon.schema.state.RecipeThreshold;
import dev.andon.schema.state.SceneSample;
import dev.andon.schema.state.SeenFrame;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Damaged state stops its reader with one exception that says what to do; it takes no memory by what it claims. */
class StateFuzzTest {

    @Test
    void lineStates() {
        LineState state = new LineState(ByteBuffer.wrap(new byte[300]), List.of(new RecipeThreshold("bracket", 0.25, 7L,
                "FIXED", "waived by J. Doe", null), new RecipeThreshold("plate", 0.5, 8L, "RISK", "", 9L)),
                List.of(new PendingPolicy(null, 17L, 5L), new PendingPolicy(ByteBuffer.wrap(new byte[40]), 18L, 6L)),
                new PendingThresholds(ByteBuffer.wrap(new byte[20]), 19L, 7L));
        fuzz("line states", StateCodec.LINE_STATE, List.of(state, new LineState(null, List.of(), List.of(), null)),
                read -> {
                    read.getThresholds().forEach(KeptThresholds::read);
                    return read;
                });
    }

    @Test
    void framesInFlight() {
        KeptSample ok = new KeptSample(0, "ok", "Four holes.", 7L, 420L, 800, 20);
        KeptSample unsure = new KeptSample(2, "unsure", "穴が見えない", 9L, 380L, 800, 15);
        fuzz("frames in flight", StateCodec.IN_FLIGHT, List.of(
                new InFlight("frames", 3, 17L, "press-1", 100_000, 4_000_000_000L, 1_790_000_000_000L, "0123abcd",
                        List.of(ok, unsure), 2, "worker-1"),
                new InFlight("frames", 0, 0L, "", 0, 0L, 0L, null, List.of(), 0, null)),
                entry -> Ledger.write(Ledger.read(entry)));
    }

    @Test
    void precedents() {
        SceneSample ok = new SceneSample(0, "ok", "Four holes.", 7L, 420L, 800, 20);
        fuzz("precedents", StateCodec.LAST_INSPECTED, List.of(
                new LastInspected("f-1", 17L, "cam-1", 1_790_000_000_000L, "unit 3", null, "0123abcd",
                        ByteBuffer.wrap(new byte[Tiles.BYTES]), List.of(ok))),
                last -> Precedents.write(Precedents.read(last)));
    }

    @Test
    void lessons() {
        fuzz("lessons", StateCodec.LESSONS, ReviewFixturesTest.LESSONS.stream().map(LessonForm::write).toList(),
                lesson -> {
                    Lesson read = LessonForm.read(lesson);
                    assertThat(LessonForm.read(LessonForm.write(read))).isEqualTo(read);
                    return lesson;
                });
    }

    @Test
    void evidence() {
        fuzz("evidence", StateCodec.EVIDENCE, ReviewFixturesTest.FRAMES.stream().map(EvidenceStore::write).toList(),
                frame -> EvidenceStore.write(EvidenceStore.read(frame)));
    }

    @Test
    void openReviews() {
        fuzz("open reviews", StateCodec.OPEN_REVIEW, List.of(ReviewFixturesTest.OPEN), UnaryOperator.identity());
    }

    @Test
    void earlyVerdicts() {
        fuzz("early verdicts", StateCodec.EARLY_VERDICT, List.of(ReviewFixturesTest.EARLY),
                UnaryOperator.identity());
    }

    @Test
    void spending() {
        fuzz("spending", StateCodec.LINE_SPEND, List.of(new LineSpend(20_516L, 1_000L, 8_000_000_000L)),
                UnaryOperator.identity());
    }

    @Test
    void seenFrames() {
        fuzz("seen frames", StateCodec.SEEN_FRAME, List.of(new SeenFrame("0123456789abcdef".repeat(4), 1L << 40)),
                UnaryOperator.identity());
    }

    /** @param used what is made of a value that was read, and written again */
    private static <T> void fuzz(String name, StateCodec<T> codec, List<T> values, UnaryOperator<T> used) {
        Fuzzer.of(name, values.stream().map(codec::encode).toList()).run(bytes -> {
            try {
                T value = codec.decode(bytes);
                assertThat(codec.decode(codec.encode(used.apply(value)))).isEqualTo(value);
                return true;
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("state");
                return false;
            }
        });
    }
}
