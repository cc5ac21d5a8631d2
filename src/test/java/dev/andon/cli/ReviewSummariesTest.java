package dev.andon.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LineThresholds;
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
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReviewSummariesTest {

    private static final LineId LINE = new LineId("l-1");
    private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");
    private static final RecipeRevision RECIPE = new RecipeRevision("bracket", 3, "hash");
    private static final Verdict VERDICT = new Verdict("v-2", "i-1", LINE, Result.NOT_OK, "bent", Basis.PART,
            "R. Viewer", AT, Duration.ofMillis(12_300), "v-1", "see\u001b[31m the edge");

    @Test
    void aVerdictIsToldWithoutControlCharacters() {
        assertThat(ReviewSummaries.of(VERDICT)).isEqualTo("NOT_OK bent  inspection i-1  by R. Viewer from the part in"
                + " 12.3 s  in place of v-1  see·[31m the edge");
    }

    @Test
    void whatWasOverruledSaysSo() {
        Reviewed reviewed = new Reviewed("r-1", null, accepted(), List.of(VERDICT), Result.NOT_OK, true);

        assertThat(ReviewSummaries.of(reviewed)).startsWith("OVERRULED OK → NOT_OK  inspection i-1  frame f-1  #42"
                + "  1 verdict, NOT_OK bent");
    }

    @Test
    void thresholdsAreToldRecipeByRecipe() {
        LearntThreshold certified = new LearntThreshold(RECIPE, 0.125, 4, ThresholdMode.RISK, "at most 1 % wrong",
                "LOOK", AT, AT, new LearntThreshold.Progress(260, 7, 500, 240, 0.5, 0.5, "scores have moved"));
        LearntThreshold none = new LearntThreshold(new RecipeRevision("plate", 1, "other"), null, 1,
                ThresholdMode.COST, "no verdicts yet", "BEGUN", null, AT,
                new LearntThreshold.Progress(0, 0, null, null, null, null, null));

        assertThat(ReviewSummaries.of(new LineThresholds(LINE, List.of(certified, none)))).isEqualTo(
                "bracket (revision 3) 0.125 version 4 RISK until 2026-03-04T05:06:07Z, 240 verdicts to go, ALARM scores"
                        + " have moved, at most 1 % wrong; plate (revision 1) - version 1 COST, no verdicts yet");
        assertThat(ReviewSummaries.of(new LineThresholds(LINE, List.of()))).startsWith("no recipe");
    }

    @Test
    void aChangeSaysFromWhatToWhatAndWhy() {
        ThresholdChange change = new ThresholdChange(LINE, RECIPE, null, 0.125, 3L, 4, ThresholdMode.RISK,
                "at most 1 % wrong", "LOOK", AT);

        assertThat(ReviewSummaries.of(change))
                .isEqualTo("bracket (revision 3)  - → 0.125  version 4  RISK  LOOK: at most 1 % wrong");
    }

    private static Inspected accepted() {
        return new Inspected("i-1", new Position("accepted", 0, 1),
                new Inspected.Subject(LINE, new FrameId("f-1"), "cam-1", null, null, null), 42L, Route.ACCEPTED, null,
                null, Result.OK, "ok", true, 0.1, 5, 0.5, null, AT, AT, false);
    }
}
