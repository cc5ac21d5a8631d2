package dev.andon.chaos.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.andon.chaos.clients.Sending;
import dev.andon.chaos.feed.Content;
import dev.andon.chaos.feed.Entry;
import dev.andon.chaos.feed.Issued;
import dev.andon.chaos.verify.Output.Kind;
import dev.andon.core.decision.Inspection.Applied;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecipeHash;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.core.sampling.Result;
import dev.andon.demo.DemoPolicies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A small world in which all is well, and one thing after the other that is not. */
class ComparisonTest {

    private static final String LINE = "bracket-1";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Input> inputs = new ArrayList<>();
    private final List<Entry> journal = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final List<Issued> policies = new ArrayList<>();
    private int remembered = 100;

    @BeforeEach
    void allIsWell() throws Exception {
        policies.add(new Issued(policy(1), START, START));
        policies.add(new Issued(policy(2), START.plusSeconds(10), START.plusSeconds(10)));
        input("a", "1", Content.IMAGE);
        input("b", "2", Content.IMAGE);
        input("a", "1", Content.IMAGE);
        input("b", "3", Content.IMAGE);
        input("c", "4", Content.TEXT);
        garbage();
        input("d", "5", Content.IMAGE);
        outputs.add(output(Kind.ACCEPTED, 0, "a", 1L, null, 1));
        outputs.add(output(Kind.ACCEPTED, 6, "d", 5L, null, 2));
        outputs.add(output(Kind.AUDIT_COPY, 0, "a", 1L, null, 1));
        outputs.add(output(Kind.HELD, 1, "b", 2L, Reason.UNCERTAIN, 1));
        outputs.add(output(Kind.HELD, 3, "b", 3L, Reason.CONFLICTING_FRAME, 0));
        outputs.add(output(Kind.HELD, 4, "c", 4L, Reason.FRAME_UNREADABLE, 2));
        outputs.add(new Output(at(9), Kind.DEAD_LETTER, at(5), "", null, null, null, 0, null, null, null, 0,
                0));
    }

    @Test
    void findsNothingWhereAllIsWell() {
        Verification found = verify();

        assertThat(found.examples()).isEmpty();
        assertThat(found.clean()).isTrue();
        assertThat(found).extracting(Verification::frames, Verification::accepted, Verification::held,
                Verification::auditCopies, Verification::deadLetters, Verification::repetitions)
                .containsExactly(7, 2, 3, 1, 1, 1);
    }

    @Test
    void findsALostFrame() {
        outputs.remove(1);

        assertFound(Violation.LOST);
    }

    @Test
    void findsALostDeadLetter() {
        outputs.removeLast();

        assertFound(Violation.LOST);
    }

    @Test
    void findsASecondDecision() {
        outputs.add(2, output(Kind.ACCEPTED, 6, "d", 6L, null, 2));

        assertThat(verify().violations()).containsKeys(Violation.DUPLICATED, Violation.OUT_OF_ORDER);
    }

    @Test
    void findsASecondDeadLetter() {
        outputs.add(outputs.getLast());

        assertFound(Violation.DUPLICATED);
    }

    @Test
    void findsASecondAuditCopy() {
        outputs.add(3, outputs.get(2));

        assertThat(verify().violations()).containsKey(Violation.DUPLICATED);
    }

    @Test
    void findsADecisionOnARepetition() {
        outputs.add(output(Kind.HELD, 2, "a", 2L, Reason.UNCERTAIN, 1));

        assertThat(verify().violations()).containsKey(Violation.REPETITION_DECIDED);
    }

    @Test
    void expectsADecisionWhereARepetitionIsTooFarBackToBeRemembered() {
        remembered = 1;

        assertFound(Violation.LOST, Violation.WRONG_REASON);
    }

    @Test
    void findsADecisionOnWhatWasNeverSent() {
        outputs.add(2, output(Kind.ACCEPTED, 77, "x", 6L, null, 2));

        assertFound(Violation.NEVER_SENT);
    }

    @Test
    void findsADecisionThatNamesAnotherFrame() {
        outputs.set(1, output(Kind.ACCEPTED, 6, "x", 5L, null, 2));

        assertFound(Violation.NEVER_SENT);
    }

    @Test
    void findsAPolicyAmongTheDeadLetters() {
        outputs.add(new Output(at(9), Kind.DEAD_LETTER, new Position("line-policies", 0, 0), "", null, null, null, 0,
                null, null, null, 0, 0));

        assertFound(Violation.NEVER_SENT);
    }

    @Test
    void doesNotTakeADeadVerdictForThatOfAFrame() {
        outputs.add(new Output(at(9), Kind.DEAD_VERDICT, new Position("verdicts", 0, 0), "", null, null, null, 0,
                null, null, null, 0, 0));

        Verification found = verify();

        assertThat(found.deadLetters()).isEqualTo(1);
        assertThat(found.reviews().onNothing()).isEqualTo(1);
        assertThat(found.examples()).singleElement().asString().contains("no verdict for");
    }

    @Test
    void findsAConflictThatWasNotHeld() {
        outputs.set(4, output(Kind.HELD, 3, "b", 3L, Reason.UNCERTAIN, 1));

        assertFound(Violation.WRONG_REASON);
    }

    @Test
    void findsABadFrameThatWasAccepted() {
        outputs.set(5, output(Kind.ACCEPTED, 4, "c", 4L, null, 2));

        assertThat(verify().violations()).containsKey(Violation.WRONG_REASON);
    }

    @Test
    void findsAGoodFrameThatWasHeldAsABadOne() {
        outputs.set(3, output(Kind.HELD, 1, "b", 2L, Reason.SOURCE_LOST, 1));

        assertFound(Violation.WRONG_REASON);
    }

    @Test
    void findsAGoodFrameAmongTheDeadLetters() {
        outputs.set(1, new Output(at(9), Kind.DEAD_LETTER, at(6), "", null, null, null, 0, null, null, null, 0,
                0));

        assertFound(Violation.WRONG_REASON);
    }

    @Test
    void letsAFrameBeGivenUpThatWasInWorkAtManyKills() {
        outputs.set(3, output(Kind.HELD, 1, "b", 2L, Reason.POISON_FRAME, 1));

        assertThat(verify().clean()).isTrue();
    }

    @Test
    void holdsWhatStandsAstrayWithoutANumber() {
        inputs.add(new Input(at(7), -1, false, new Input.Named(LINE, "e", "6")));
        outputs.add(output(Kind.HELD, 7, "e", null, Reason.WRONG_PARTITION, 0));

        assertThat(verify().clean()).isTrue();
    }

    @Test
    void findsAnAuditCopyWithoutItsDecision() {
        outputs.set(0, output(Kind.HELD, 0, "a", 1L, Reason.UNCERTAIN, 1));

        assertThat(verify().violations()).containsKey(Violation.AUDIT_WITHOUT_DECISION);
    }

    @Test
    void findsTwoRecordsOfATopicTheWrongWayRound() {
        Output first = outputs.get(0);
        outputs.set(0, outputs.get(1));
        outputs.set(1, first);

        assertFound(Violation.OUT_OF_ORDER);
    }

    @Test
    void findsTwoNumbersTheWrongWayRound() {
        outputs.set(1, output(Kind.ACCEPTED, 6, "d", 4L, null, 2));
        outputs.set(5, output(Kind.HELD, 4, "c", 5L, Reason.FRAME_UNREADABLE, 2));

        assertThat(verify().violations()).containsOnlyKeys(Violation.OUT_OF_ORDER);
    }

    @Test
    void findsAGapInTheNumbers() {
        outputs.set(1, output(Kind.ACCEPTED, 6, "d", 6L, null, 2));

        assertFound(Violation.OUT_OF_ORDER);
    }

    @Test
    void findsAMissingNumber() {
        outputs.set(3, output(Kind.HELD, 1, "b", null, Reason.UNCERTAIN, 1));

        assertThat(verify().violations()).containsOnlyKeys(Violation.OUT_OF_ORDER);
    }

    @Test
    void findsTooManySamples() {
        change(1, output -> with(output, 6, output.applied(), 0));

        assertFound(Violation.TOO_MANY_SAMPLES);
    }

    @Test
    void findsAPolicyThatWasNeverWritten() {
        policies.removeLast();

        assertThat(verify().violations()).containsOnlyKeys(Violation.POLICY_ALTERED);
    }

    @Test
    void findsADecisionByAPolicyOfTheFuture() {
        policies.set(1, new Issued(policies.get(1).policy(), START.plusSeconds(900), START.plusSeconds(900)));

        assertThat(verify().violations()).containsOnlyKeys(Violation.POLICY_ALTERED);
    }

    @Test
    void findsAnotherThreshold() {
        change(1, output -> with(output, 3, applied(2, 0.99), 0));

        assertFound(Violation.POLICY_ALTERED);
    }

    @Test
    void findsAPolicyThatGoesBack() {
        change(0, output -> with(output, 3, applied(2, 0.3), 0));

        assertFound(Violation.POLICY_WENT_BACK);
    }

    @Test
    void findsAPolicyThatNeverCame() {
        change(3, output -> with(output, 3, applied(1, 0.3), 100));

        assertFound(Violation.POLICY_OUTDATED);
    }

    @Test
    void bearsAPolicyThatComesALittleLate() {
        change(3, output -> with(output, 3, applied(1, 0.3), 69));

        assertThat(verify().clean()).isTrue();
    }

    @Test
    void findsAConfirmedRecordThatIsGone() {
        inputs.removeLast();
        outputs.remove(1);

        assertFound(Violation.INPUT_GONE);
    }

    @Test
    void countsEveryViolationButShowsTheFirstTen() {
        for (int i = 0; i < 30; i++) {
            inputs.add(new Input(at(100 + i), -1, true, new Input.Named(LINE, "lost-" + i, "0")));
        }

        Verification found = verify();

        assertThat(found.lost()).isEqualTo(30);
        assertThat(found.examples()).hasSize(10).first().asString().contains("frames-0@100", "lost-0");
    }

    private void assertFound(Violation... violations) {
        Verification found = verify();
        assertThat(found.violations()).containsOnlyKeys(violations).containsValue(1);
        assertThat(found.clean()).isFalse();
    }

    private Verification verify() {
        Contents contents = new Contents(inputs, outputs, List.of(), List.of(),
                new Learnt(List.of(), List.of(), List.of()));
        return Comparison.of(contents, new Sent(journal, policies, List.of()), remembered, new Findings());
    }

    private void change(int index, UnaryOperator<Output> change) {
        outputs.set(index, change.apply(outputs.get(index)));
    }

    private void input(String id, String sha256, Content content) {
        int number = inputs.size();
        inputs.add(new Input(at(number), number, true, new Input.Named(LINE, id, sha256)));
        sent(number, id, sha256, content);
    }

    private void garbage() {
        int number = inputs.size();
        inputs.add(new Input(at(number), number, false, null));
        sent(number, "g", "0", Content.GARBAGE);
    }

    private void sent(int number, String id, String sha256, Content content) {
        journal.add(new Entry(number, LINE, id, sha256, content, START, new Sending.Confirmed(at(number))));
    }

    private static Position at(long offset) {
        return new Position("frames", 0, offset);
    }

    private Output output(Kind kind, long offset, String id, @Nullable Long sequence, @Nullable Reason reason,
            int version) {
        Applied applied = version == 0 ? null : applied(version, 0.3);
        return new Output(new Position("out", 0, 0), kind, at(offset), LINE, id, sequence, reason,
                version == 0 ? 0 : 3, applied, "i-" + offset, Result.OK, START.plusSeconds(20).toEpochMilli(),
                START.plusSeconds(200).toEpochMilli());
    }

    private static Output with(Output output, int samples, @Nullable Applied applied, long receivedSeconds) {
        long received = receivedSeconds == 0
                ? output.received()
                : START.plus(Duration.ofSeconds(receivedSeconds)).toEpochMilli();
        return new Output(output.at(), output.kind(), output.frame(), output.line(), output.frameId(),
                output.sequence(), output.reason(), samples, applied, output.inspection(), output.result(), received,
                output.decided());
    }

    private Applied applied(int version, double threshold) {
        Recipe recipe = policies.getFirst().policy().recipes().getFirst();
        return new Applied(version, recipe.id(), recipe.revision(), RecipeHash.of(recipe), recipe.model(),
                recipe.measure(), recipe.auditShare(),
                new Threshold(threshold, version, ThresholdMode.FIXED, "waived"));
    }

    private static LinePolicy policy(long version) throws Exception {
        LinePolicy example = DemoPolicies.of(List.of(LINE)).getFirst();
        assertThat(example.recipes().getFirst().threshold()).isInstanceOf(ThresholdRule.Fixed.class);
        return new LinePolicy(new LineId(LINE), version, "test", null, example.recipes());
    }

    @Test
    void countsReasons() {
        assertThat(verify().reasons()).isEqualTo(
                Map.of(Reason.UNCERTAIN, 1, Reason.CONFLICTING_FRAME, 1, Reason.FRAME_UNREADABLE, 1));
    }
}
