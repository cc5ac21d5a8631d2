package dev.andon.avro;

import java.util.Arrays;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageBytes;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import static org.assertj.core.api.Assertions.assertThat;

class RoundTripTest {

    private static final int TIMES = 50;

    private final Codecs codecs = TestCodecs.prepared(new FakeRegistry());

    @RepeatedTest(TIMES)
    void frames(RepetitionInfo repetition) {
        Frame frame = new Generated(repetition.getCurrentRepetition()).frame();

        Decoding<Frame> read = codecs.frames().decode(codecs.frames().encode(frame));

        same(frame, read);
    }

    @RepeatedTest(TIMES)
    void inspections(RepetitionInfo repetition) {
        Inspection inspection = new Generated(repetition.getCurrentRepetition()).inspection();

        Decoding<Inspection> read = codecs.inspections().decode(codecs.inspections().encode(inspection));

        same(inspection, read);
    }

    @RepeatedTest(TIMES)
    void policies(RepetitionInfo repetition) {
        LinePolicy policy = new Generated(repetition.getCurrentRepetition()).policy();

        Decoding<LinePolicy> read = codecs.policies().decode(codecs.policies().encode(policy));

        same(policy, read);
    }

    /** Images are compared by their bytes, everything else by equals. */
    private static <T> void same(T written, Decoding<T> read) {
        assertThat(read).usingRecursiveComparison()
                .withEqualsForType((a, b) -> Arrays.equals(a.array(), b.array()), ImageBytes.class)
                .isEqualTo(new Decoding.Decoded<>(written));
    }
}
