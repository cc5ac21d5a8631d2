package dev.andon.avro;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.RecipeRevision;
import dev.andon.core.decision.Route;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.core.review.Basis;
import dev.andon.core.review.Inspected;
import dev.andon.core.review.Reviewed;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Result;

/** What the fixtures of verdicts and of what is learnt from them mean. Only ever added to, as {@link KnownRecords}. */
final class KnownReviews {

    private static final Instant JUDGED = Instant.parse("2026-03-04T05:09:10.111Z");
    private static final LineId LINE = new LineId("bracket-1");
    private static final RecipeRevision RECIPE = new RecipeRevision("bracket", 3, "hash");

    static final List<Verdict> VERDICTS = List.of(
            new Verdict("v-1", "i-1", LINE, Result.NOT_OK, "bent", Basis.PART, "R. Viewer", JUDGED,
                    Duration.ofMillis(12_345), "v-0", "曲がっている"),
            new Verdict("v-2", "i-1", LINE, Result.NOT_DECIDABLE, null, Basis.IMAGE, "R. Viewer", JUDGED, null, null,
                    null));

    static final List<Reviewed> REVIEWED = List.of(
            new Reviewed("r-2", "r-1", accepted(), VERDICTS, Result.NOT_OK, true),
            new Reviewed("r-3", null, lost(), List.of(), Result.UNDEFINED, false));

    static final List<LineThresholds> THRESHOLDS = List.of(
            new LineThresholds(LINE, List.of(
                    new LearntThreshold(RECIPE, 0.125, 4, ThresholdMode.RISK, "at most 1 % wrong, at 95 %",
                            "look at 250 verdicts", JUDGED.plusSeconds(3600), JUDGED,
                            new LearntThreshold.Progress(260, 7, 500, 240, 0.5, 0.625, "scores have moved")),
                    new LearntThreshold(new RecipeRevision("other", 1, "hash 2"), null, 1, ThresholdMode.COST,
                            "no verdicts yet", "policy 7", null, JUDGED,
                            new LearntThreshold.Progress(0, 0, null, null, null, null, null)))),
            new LineThresholds(LINE, List.of()));

    static final List<ThresholdChange> CHANGES = List.of(
            new ThresholdChange(LINE, RECIPE, 0.25, 0.125, 3L, 4, ThresholdMode.RISK, "at most 1 % wrong, at 95 %",
                    "look at 250 verdicts", JUDGED),
            new ThresholdChange(LINE, RECIPE, null, null, null, 1, ThresholdMode.BUDGET, "no scores yet", "policy 7",
                    JUDGED));

    private KnownReviews() {}

    private static Inspected accepted() {
        return new Inspected("i-1", new Position("accepted", 3, 99),
                new Inspected.Subject(LINE, new FrameId("f-1"), "cam-1", "unit 3", "order 4", "part 5"), 42L,
                Route.ACCEPTED, null, Purpose.AUDIT, Result.OK, "ok", true, 0.125, 5, 0.0625,
                new Inspected.AppliedRecipe(7, "bracket", 3, "hash", 0.25, 4L), JUDGED.minusSeconds(60),
                JUDGED.minusSeconds(50), true);
    }

    private static Inspected lost() {
        return new Inspected("i-2", new Position("human-review", 3, 98),
                new Inspected.Subject(LINE, null, null, null, null, null), null, Route.HUMAN_REVIEW,
                Reason.SOURCE_LOST, Purpose.DECIDE, Result.UNDEFINED, null, false, null, 0, 0.5, null, null,
                JUDGED.minusSeconds(50), false);
    }
}
