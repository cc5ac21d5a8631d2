package dev.andon.avro;

import java.util.Arrays;

import dev.andon.core.camera.CameraEvent;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.review.Reviewed;
import dev.andon.core.review.Verdict;
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

    @RepeatedTest(TIMES)
    void verdicts(RepetitionInfo repetition) {
        Verdict verdict = new Generated(repetition.getCurrentRepetition()).verdict();

        Decoding<Verdict> read = codecs.verdicts().decode(codecs.verdicts().encode(verdict));

        same(verdict, read);
    }

    @RepeatedTest(TIMES)
    void reviewed(RepetitionInfo repetition) {
        Reviewed reviewed = new Generated(repetition.getCurrentRepetition()).reviewed();

        Decoding<Reviewed> read = codecs.reviewed().decode(codecs.reviewed().encode(reviewed));

        same(reviewed, read);
    }

    @RepeatedTest(TIMES)
    void thresholds(RepetitionInfo repetition) {
        LineThresholds thresholds = new Generated(repetition.getCurrentRepetition()).thresholds();

        Decoding<LineThresholds> read = codecs.thresholds().decode(codecs.thresholds().encode(thresholds));

        same(thresholds, read);
    }

    @RepeatedTest(TIMES)
    void thresholdChanges(RepetitionInfo repetition) {
        ThresholdChange change = new Generated(repetition.getCurrentRepetition()).thresholdChange();

        Decoding<ThresholdChange> read = codecs.thresholdChanges().decode(codecs.thresholdChanges().encode(change));

        same(change, read);
    }

    @RepeatedTest(TIMES)
    void cameraEvents(RepetitionInfo repetition) {
        CameraEvent event = new Generated(repetition.getCurrentRepetition()).cameraEvent();

        Decoding<CameraEvent> read = codecs.cameraEvents().decode(codecs.cameraEvents().encode(event));

        same(event, read);
    }

    /** Images are compared by their bytes, everything else by equals. */
    private static <T> void same(T written, Decoding<T> read) {
        assertThat(read).usingRecursiveComparison()
                .withEqualsForType((a, b) -> Arrays.equals(a.array(), b.array()), ImageBytes.class)
                .isEqualTo(new Decoding.Decoded<>(written));
    }
}
