package dev.andon.avro;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.andon.core.decision.Approval;
import dev.andon.core.decision.Audit;
import dev.andon.core.decision.Costs;
import dev.andon.core.decision.DailyBudget;
import dev.andon.core.decision.Decision;
import dev.andon.core.decision.ImageReference;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Limits;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.QualityGate;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Route;
import dev.andon.core.decision.Selector;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageQuality;
import dev.andon.core.frame.ImageSize;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StillScene;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Cosines;
import dev.andon.core.uncertainty.Scores;

/**
 * What the fixtures of topics mean. Only ever added to: what stands here was written by some version, and what is new in
 * a schema is shown by one more value at the end of its list.
 */
final class KnownRecords {

    private static final Instant CAPTURED = Instant.parse("2026-03-04T05:06:07.089Z");
    private static final LineId LINE = new LineId("bracket-1");
    private static final String SHA = "0".repeat(60) + "cafe";
    private static final ImageBytes IMAGE = ImageBytes.of(new byte[]{(byte) 0xff, (byte) 0xd8, 0, 1, 2});

    static final List<Frame> FRAMES = List.of(
            new Frame(new FrameId("f-1"), LINE, "cam-1", "station 2", "unit 3", "order 4", "part 5", CAPTURED,
                    "image/jpeg", 5, SHA, new ImageSource.Inline(IMAGE), null),
            new Frame(new FrameId("穴-2"), LINE, "cam-1", null, null, null, null, CAPTURED, "image/png", 1 << 20, SHA,
                    new ImageSource.Reference(URI.create("file:///images/2.png")), null),
            measured());

    static final List<LinePolicy> POLICIES = List.of(new LinePolicy(LINE, 7, "A. Author", "P. Approver", List.of(
            new Recipe("bracket", 3, new Selector(Set.of("cam-1"), Set.of("part 5")), "some-model", "Is it flat?",
                    new Labels(List.of(new Label("ok", Result.OK, "flat"), new Label("bent", Result.NOT_OK, ""))),
                    "en",
                    new SamplingPlan(5, 3, 0.7, 200, Duration.ofSeconds(20), new StoppingRule.AllSamples(), null, null),
                    "caption-diversity",
                    new Limits(0.4, 0.2), new QualityGate(0.1, 0.2, 0.9, null), 0.05, Audit.BEFORE,
                    new ThresholdRule.Fixed(0.25, "J. Doe")),
            new Recipe("other", 1, new Selector(Set.of(), Set.of()), "other-model", "Is it good?",
                    new Labels(List.of(new Label("good", Result.OK, ""))), "de",
                    new SamplingPlan(7, 2, 1, 100, Duration.ofSeconds(30), new StoppingRule.AllSamples(), null, null),
                    "answer-entropy", new Limits(0.5, 0.1),
                    null, 0, Audit.AFTER, ThresholdRule.USUAL))),
            stopping(), smaller(), learning(), quiet());

    static final List<Inspection> INSPECTIONS = List.of(accepted(), lost(), stopped(), shownSmaller(), reused());

    private KnownRecords() {}

    /** Since version 2: a frame whose image was measured before it was sent. */
    private static Frame measured() {
        return new Frame(new FrameId("f-3"), LINE, "cam-1", null, null, null, null, CAPTURED, "image/jpeg", 5, SHA,
                new ImageSource.Inline(IMAGE), new ImageQuality(640, 480, 123.5, 0.375, 2.25));
    }

    private static Inspection accepted() {
        Inspection.Applied applied = new Inspection.Applied(7, "bracket", 3, "hash", "some-model",
                "caption-diversity", 0.05, new Threshold(0.25, 7, ThresholdMode.FIXED, "waived by J. Doe"));
        List<Sample> samples = List.of(
                new Sample(0, new Answer("ok"), "it lies flat", 11, Duration.ofMillis(400), 100, 20),
                new Sample(1, new Answer("ok"), "flat, as drawn", 12, Duration.ofMillis(500), 100, 21));
        Scores scores = new Scores(Map.of("caption-diversity", 0.125), new Cosines(2, List.of(0.875)), "some-embedder",
                null);
        return new Inspection("i-1", new Inspection.Subject(new FrameId("f-1"), "cam-1", "station 2", "unit 3",
                "order 4", "part 5"), LINE, 42L,
                new Decision(Route.ACCEPTED, null, Result.OK, new Answer("ok"), "0.125 is at most 0.25", true, true),
                Purpose.AUDIT, scores, 0.125, samples, new Inspection.Asking(0, 1, null, null, null), applied,
                new ImageReference(URI.create("file:///store/cafe.jpg"), new Position("frames", 3, 99), SHA), IMAGE,
                "image/jpeg", 0.01, new Inspection.Times(CAPTURED, CAPTURED.plusMillis(5), CAPTURED.plusMillis(900)),
                true);
    }

    private static Inspection lost() {
        return new Inspection("i-2", new Inspection.Subject(null, null, null, null, null, null), LINE, null,
                new Decision(Route.HUMAN_REVIEW, Reason.SOURCE_LOST, Result.UNDEFINED, null, "frames-3@98 is gone",
                        false, false),
                Purpose.DECIDE, null, null, List.of(), Inspection.Asking.NOTHING, null,
                new ImageReference(null, new Position("frames", 3, 98), ""), null, null, 0.5,
                new Inspection.Times(null, CAPTURED, CAPTURED.plusSeconds(1)), false);
    }

    /** Since version 2: a stopping rule ended the questions. */
    private static Inspection stopped() {
        return new Inspection("i-3", new Inspection.Subject(new FrameId("f-3"), "cam-1", null, null, null, null), LINE,
                43L, new Decision(Route.HUMAN_REVIEW, Reason.ABSTAINED, Result.NOT_DECIDABLE, Answer.UNSURE,
                        "the most frequent answer is unsure, 3 of 3", false, false),
                Purpose.DECIDE, null, null, List.of(),
                new Inspection.Asking(4, 1, StoppingRule.Kind.LOSSLESS, null, null),
                null,
                new ImageReference(null, new Position("frames", 3, 100), SHA), null, null, 0.7,
                new Inspection.Times(CAPTURED, CAPTURED, CAPTURED.plusSeconds(1)), false);
    }

    /** Since version 2: recipes with stopping rules. */
    private static LinePolicy stopping() {
        return new LinePolicy(LINE, 8, "A. Author", null,
                List.of(stopping("waves", new StoppingRule.Lossless(3, 2)),
                        stopping("window", new StoppingRule.UnanimousWindow(4, 0.125))));
    }

    /** Since version 3: the model was shown a smaller copy. */
    private static Inspection shownSmaller() {
        return new Inspection("i-4", new Inspection.Subject(new FrameId("f-4"), "cam-1", null, null, null, null), LINE,
                44L, new Decision(Route.HUMAN_REVIEW, Reason.ABSTAINED, Result.NOT_DECIDABLE, Answer.UNSURE,
                        "the most frequent answer is unsure, 3 of 3", false, false),
                Purpose.DECIDE, null, null, List.of(),
                new Inspection.Asking(5, 0, null, new ImageSize(1024, 768), null),
                null,
                new ImageReference(null, new Position("frames", 3, 101), SHA), null, null, 0.7,
                new Inspection.Times(CAPTURED, CAPTURED, CAPTURED.plusSeconds(1)), false);
    }

    /** Since version 3: the samples are those of another frame. */
    private static Inspection reused() {
        return new Inspection("i-5", new Inspection.Subject(new FrameId("f-5"), "cam-1", null, null, null, null), LINE,
                45L, new Decision(Route.HUMAN_REVIEW, Reason.ABSTAINED, Result.NOT_DECIDABLE, Answer.UNSURE,
                        "the most frequent answer is unsure, 3 of 3", false, false),
                Purpose.DECIDE, null, null, List.of(),
                new Inspection.Asking(0, 0, null, null, new Inspection.Reuse(new FrameId("f-4"), 101, 0.0625)), null,
                new ImageReference(null, new Position("frames", 3, 102), SHA), null, null, 0.7,
                new Inspection.Times(CAPTURED, CAPTURED, CAPTURED.plusSeconds(1)), false);
    }

    /** Since version 3: a recipe that has images scaled down, and looks for still scenes. */
    private static LinePolicy smaller() {
        return new LinePolicy(LINE, 9, "A. Author", null, List.of(new Recipe("small", 1,
                new Selector(Set.of(), Set.of()), "some-model", "Is it flat?",
                new Labels(List.of(new Label("ok", Result.OK, ""))), "en",
                new SamplingPlan(6, 3, 1, 100, Duration.ofSeconds(30), new StoppingRule.AllSamples(), 1024,
                        new StillScene(0.01, Duration.ofSeconds(10))),
                "caption-diversity", new Limits(0.4, 0.2), null, 0, Audit.AFTER,
                ThresholdRule.USUAL)));
    }

    /** Since version 4: thresholds that are learnt, approval, and a budget. */
    private static LinePolicy learning() {
        Learning learning = new Learning(0.5, Duration.ofHours(8), Duration.ofSeconds(2), Duration.ofDays(14),
                Duration.ofDays(3));
        return new LinePolicy(LINE, 10, "A. Author", "P. Approver", List.of(
                learning("budget", new ThresholdRule.Budget(0.05, "J. Doe", learning)),
                learning("cost", new ThresholdRule.Cost(new Costs(50, 1, 0.5, 0.01), learning)),
                learning("risk", new ThresholdRule.Risk(new Promise(0.02, 0.1, 0.005, List.of(100, 400)), "J. Doe",
                        learning)),
                learning("defects", new ThresholdRule.Risk(new Promise(0.02, 0.1, null, List.of(100)), null,
                        learning))),
                Approval.LOOSENING, new DailyBudget(10_000L, 9_000_000L));
    }

    /** Since version 5: a recipe that bounds the noise of images. */
    private static LinePolicy quiet() {
        return new LinePolicy(LINE, 11, "A. Author", null, List.of(new Recipe("quiet", 1,
                new Selector(Set.of(), Set.of()), "some-model", "Is it flat?",
                new Labels(List.of(new Label("ok", Result.OK, ""))), "en",
                new SamplingPlan(6, 3, 1, 100, Duration.ofSeconds(30), new StoppingRule.AllSamples(), null, null),
                "caption-diversity", new Limits(0.4, 0.2), new QualityGate(20, 0, 1, 7.5), 0.02, Audit.AFTER,
                ThresholdRule.USUAL)));
    }

    private static Recipe learning(String id, ThresholdRule rule) {
        return new Recipe(id, 1, new Selector(Set.of(), Set.of()), "some-model", "Is it flat?",
                new Labels(List.of(new Label("ok", Result.OK, ""))), "en",
                new SamplingPlan(6, 3, 1, 100, Duration.ofSeconds(30), new StoppingRule.AllSamples(), null, null),
                "caption-diversity", new Limits(0.4, 0.2), null, 0.02, Audit.AFTER, rule);
    }

    private static Recipe stopping(String id, StoppingRule rule) {
        return new Recipe(id, 1, new Selector(Set.of(), Set.of()), "some-model", "Is it flat?",
                new Labels(List.of(new Label("ok", Result.OK, ""))), "en",
                new SamplingPlan(6, 3, 1, 100, Duration.ofSeconds(30), rule, null, null), "caption-diversity",
                new Limits(0.4, 0.2), null, 0, Audit.AFTER, ThresholdRule.USUAL);
    }
}
