package dev.andon.chaos.jury;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.andon.core.decision.LinePolicy;
import dev.andon.core.review.Basis;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Result;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliberationTest {

    private static final LinePolicy POLICY = TestPolicies.coldStart("line-1", 1);
    private static final int MANY = 2_000;

    private static List<List<Statement>> onHeld(long seed) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> Deliberation.on(Decisions.held(POLICY, "i-" + i, "ok"), Result.OK, seed)).toList();
    }

    private static List<List<Statement>> onAccepted(long seed) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> Deliberation.on(Decisions.accepted(POLICY, "i-" + i, "ok"), Result.OK, seed)).toList();
    }

    @Test
    void saysTheSameForTheSameSeed() {
        assertThat(onHeld(7)).isEqualTo(onHeld(7)).isNotEqualTo(onHeld(8));
    }

    @Test
    void answersMostlyOnceAndSometimesTwiceOrNotAtAll() {
        Map<Integer, Long> sizes = onHeld(7).stream().map(DeliberationTest::onIt)
                .collect(Collectors.groupingBy(List::size, Collectors.counting()));

        assertThat(sizes).containsOnlyKeys(0, 1, 2);
        assertThat(sizes.get(1)).isGreaterThan(MANY / 2);
        assertThat(sizes.get(2)).isBetween(MANY / 5L, MANY * 2 / 5L);
        assertThat(sizes.get(0)).isBetween(MANY / 20L, MANY / 8L);
    }

    @Test
    void correctsInEitherOrderAndRepeatsItself() {
        List<List<Verdict>> pairs = onHeld(7).stream().map(DeliberationTest::inOrderOfSpeaking)
                .filter(verdicts -> verdicts.size() == 2).toList();

        assertThat(pairs).anyMatch(pair -> pair.getFirst().at().isBefore(pair.getLast().at()))
                .anyMatch(pair -> pair.getFirst().at().isAfter(pair.getLast().at()))
                .anyMatch(pair -> pair.getFirst().equals(pair.getLast()))
                .allMatch(pair -> pair.getFirst().equals(pair.getLast())
                        || pair.getFirst().result() != pair.getLast().result());
    }

    @Test
    void agreesMostlyWithTheModelInTheEnd() {
        List<Result> results = onHeld(7).stream().map(DeliberationTest::onIt).filter(verdicts -> !verdicts.isEmpty())
                .map(verdicts -> verdicts.stream().max(Comparator.comparing(Verdict::at)).orElseThrow()
                        .result())
                .toList();

        assertThat(results).contains(Result.NOT_OK, Result.NOT_DECIDABLE);
        assertThat(results.stream().filter(Result.OK::equals).count()).isGreaterThan(results.size() * 8L / 10);
    }

    @Test
    void overrulesAFewAcceptedOnesFromDownstreamAndSaysNothingOfTheOthers() {
        List<List<Statement>> all = onAccepted(7);
        List<Verdict> verdicts = all.stream().flatMap(List::stream).map(Statement::verdict).toList();

        assertThat(verdicts).hasSizeBetween(MANY / 40, MANY / 12).allMatch(verdict -> verdict
                .basis() == Basis.DOWNSTREAM && verdict.result() == Result.NOT_OK);
    }

    @Test
    void judgesNowAndThenWhatNobodyInspected() {
        List<Verdict> onNothing = onHeld(7).stream().flatMap(List::stream).map(Statement::verdict)
                .filter(verdict -> !verdict.inspectionId().startsWith("i-")).toList();

        assertThat(onNothing).hasSizeBetween(MANY / 60, MANY / 20);
        assertThat(onNothing.stream().map(Verdict::id)).doesNotHaveDuplicates();
    }

    @Test
    void givesEachVerdictAnIdOfItsOwnAndIsDoneSoon() {
        Map<String, List<Verdict>> byId = Stream.concat(onHeld(7).stream(), onAccepted(7).stream())
                .flatMap(List::stream).map(Statement::verdict).collect(Collectors.groupingBy(Verdict::id));

        assertThat(byId.values()).allMatch(same -> same.stream().distinct().count() == 1);
        assertThat(onHeld(7)).allSatisfy(statements -> assertThat(statements)
                .allMatch(statement -> statement.after().compareTo(Duration.ofSeconds(10)) < 0));
    }

    private static List<Verdict> onIt(List<Statement> statements) {
        return statements.stream().map(Statement::verdict)
                .filter(verdict -> verdict.inspectionId().startsWith("i-")).toList();
    }

    private static List<Verdict> inOrderOfSpeaking(List<Statement> statements) {
        return onIt(statements.stream().sorted(Comparator.comparing(Statement::after)).toList());
    }
}
