package dev.andon.demo.summary;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.andon.core.decision.Audit;
import dev.andon.core.decision.Limits;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Selector;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StoppingRule;
import org.junit.jupiter.api.Test;

import static dev.andon.demo.summary.Records.accepted;
import static dev.andon.demo.summary.Records.audit;
import static dev.andon.demo.summary.Records.deadLetter;
import static dev.andon.demo.summary.Records.good;
import static dev.andon.demo.summary.Records.held;
import static dev.andon.demo.summary.Records.scratched;
import static org.assertj.core.api.Assertions.assertThat;

class TallyTest {

    private static final LabelResults LABELS = LabelResults.of(List.of(policy("a")));

    @Test
    void countsEachKindApart() {
        List<SentFrame> sent = good("a", 0, 5);
        List<OutputRecord> read = List.of(accepted(sent.get(0)), audit(sent.get(0)), accepted(sent.get(1)),
                held(sent.get(2), Reason.TIED), held(sent.get(3), Reason.TIED), deadLetter(sent.get(4)));

        Tally tally = Tally.of(sent, read, LABELS);

        assertThat(tally.frames()).isEqualTo(5);
        assertThat(tally.accepted() + tally.held() + tally.deadLetters()).isEqualTo(5);
        assertThat(tally.auditCopies()).isEqualTo(1);
        assertThat(tally.reasons()).isEqualTo(Map.of(Reason.TIED, 2));
    }

    @Test
    void tellsEscapesFromFalseRejects() {
        List<SentFrame> sent = List.of(good("a", 0), scratched("a", 1), scratched("a", 2), good("a", 3));
        List<OutputRecord> read = List.of(
                accepted(sent.get(0), Result.NOT_OK, "dent", "dent", "dent", "ok"),
                accepted(sent.get(1), Result.OK, "ok", "ok", "ok", "ok"),
                held(sent.get(2), Reason.UNCERTAIN, "ok", "ok", "scratch"),
                held(sent.get(3), Reason.UNCERTAIN, "scratch", "ok", "scratch"));

        Tally tally = Tally.of(sent, read, LABELS);

        assertThat(tally.withoutGate()).isEqualTo(new Errors(2, 2));
        assertThat(tally.amongAccepted()).isEqualTo(new Errors(1, 1));
        assertThat(tally.unanimous()).isEqualTo(new Errors(1, 0));
    }

    @Test
    void countsAWrongDefectWithTheRightResultApart() {
        List<SentFrame> sent = List.of(scratched("a", 0));

        Tally tally = Tally.of(sent, List.of(accepted(sent.get(0), Result.NOT_OK, "dent", "dent", "dent")), LABELS);

        assertThat(tally.wrongLabel()).isEqualTo(1);
        assertThat(tally.amongAccepted().both()).isZero();
        assertThat(tally.unanimous().both()).isZero();
    }

    @Test
    void countsAFrameWithoutAnyLabelAsHeldByTheModel() {
        List<SentFrame> sent = List.of(scratched("a", 0), scratched("a", 1), good("a", 2));
        List<OutputRecord> read = List.of(held(sent.get(0), Reason.ABSTAINED, "unsure", "unexpected"),
                held(sent.get(1), Reason.POOR_IMAGE), held(sent.get(2), Reason.ABSTAINED, "unsure", "unsure", "dent"));

        Tally tally = Tally.of(sent, read, LABELS);

        assertThat(tally.silent()).isEqualTo(2);
        assertThat(tally.withoutGate()).isEqualTo(new Errors(0, 1));
    }

    @Test
    void breaksTiesByWhatCameFirst() {
        List<SentFrame> sent = List.of(scratched("a", 0), scratched("a", 1));
        List<OutputRecord> read = List.of(held(sent.get(0), Reason.TIED, "ok", "scratch", "scratch", "ok"),
                held(sent.get(1), Reason.TIED, "unsure", "scratch", "ok"));

        assertThat(Tally.of(sent, read, LABELS).withoutGate()).isEqualTo(new Errors(1, 0));
    }

    @Test
    void tellsTroubledFramesFromClearOnes() {
        List<SentFrame> sent = List.of(scratched("a", 0), scratched("a", 1), good("a", 2));
        List<OutputRecord> read = List.of(held(sent.get(0), Reason.TIED, "ok", "scratch"),
                accepted(sent.get(1), Result.NOT_OK, "scratch", "scratch", "scratch"), accepted(sent.get(2)));

        Tally tally = Tally.of(sent, read, LABELS);

        assertThat(tally.troubledHeld()).isEqualTo(new Share(1, 2));
        assertThat(tally.clearHeld()).isEqualTo(new Share(0, 1));
    }

    static LinePolicy policy(String line) {
        Labels labels = new Labels(List.of(new Label("ok", Result.OK, ""), new Label("scratch", Result.NOT_OK, ""),
                new Label("dent", Result.NOT_OK, "")));
        Recipe recipe = new Recipe("r", 1, new Selector(Set.of(), Set.of()), "m", "p", labels, "en",
                new SamplingPlan(3, 2, 1, 100, Duration.ofSeconds(30), new StoppingRule.AllSamples(), null, null),
                "answer-disagreement", new Limits(0.4, 0.2),
                null, 0, Audit.AFTER, new ThresholdRule.Fixed(0.2, "nobody"));
        return new LinePolicy(new LineId(line), 1, "test", null, List.of(recipe));
    }
}
