package dev.andon.topology.review;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.andon.core.calibration.Cause;
import dev.andon.core.calibration.LearnerState;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.review.Basis;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Result;
import dev.andon.topology.state.Lesson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** From verdicts to thresholds, by way of the topics. */
class LearningTest {

    private static final List<Basis> BASES = List.of(Basis.values());
    private static final LinePolicy POLICY = Cast.policy(1, "ok?", Cast.promising(), 1);

    @TempDir
    Path directory;

    private ReviewBench bench;

    @BeforeEach
    void start() {
        bench = new ReviewBench(directory.resolve("first"));
        bench.policy(POLICY);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aRecipeIsInColdStartUntilEnoughWasJudged() {
        judge(bench, frames(59));

        bench.pass(TaskTime.QUIET);

        LearntThreshold threshold = bench.threshold();
        assertThat(threshold.value()).isNull();
        assertThat(threshold.progress().labelled()).isEqualTo(59);
        assertThat(threshold.progress().verdictsToGo()).isEqualTo(1);
    }

    @Test
    void aCertificateIsPublishedWithTheVerdictThatCompletesIt() {
        judge(bench, frames(60));

        LearntThreshold threshold = bench.threshold();
        assertThat(threshold.value()).isNotNull().isGreaterThan(0.2);
        assertThat(threshold.evidence()).contains("60");
        ThresholdChange change = bench.changes().getLast();
        assertThat(change.cause()).isEqualTo(Cause.CERTIFIED.name());
        assertThat(change.oldValue()).isNull();
        assertThat(change.newValue()).isEqualTo(threshold.value());
        assertThat(change.newVersion()).isEqualTo(threshold.version());
    }

    @Test
    void whatComesFromDownstreamDoesNotCertify() {
        for (Inspection frame : frames(60)) {
            bench.inspection(frame);
            bench.verdict(Cast.verdict(frame, "v-" + frame.id(), Result.OK, Basis.DOWNSTREAM,
                    frame.times().decided().plusSeconds(1)));
        }

        bench.pass(TaskTime.QUIET);

        LearntThreshold threshold = bench.threshold();
        assertThat(threshold.value()).isNull();
        assertThat(threshold.progress().labelled()).isZero();
    }

    @Test
    void framesThatNobodyJudgedInTimeCountAsWrong() {
        List<Inspection> frames = frames(60);
        judge(bench, frames.subList(0, 40));
        frames.subList(40, 60).forEach(bench::inspection);

        bench.pass(Duration.ofHours(2));

        LearntThreshold threshold = bench.threshold();
        assertThat(threshold.progress().labelled()).isEqualTo(60);
        assertThat(threshold.value()).as("a third of the frames is unknown").isNull();
    }

    /** As after a weekend on which nothing ran. */
    @Test
    void verdictsThatAreReadLateWereGivenInTime() {
        try (ReviewBench late = new ReviewBench(directory.resolve("late"),
                ReviewBench.START.plus(Duration.ofDays(2)))) {
            late.policy(POLICY);
            List<Inspection> frames = frames(60);
            frames.forEach(late::inspection);
            late.pass(Duration.ofSeconds(10));

            frames.forEach(frame -> late.verdict(Cast.verdict(frame, "v-" + frame.id(), Result.OK,
                    frame.times().decided().plusSeconds(1))));

            assertThat(late.threshold().value()).isNotNull();
        }
    }

    @Test
    void aNewRecipeEndsTheWindowAndItsGraceTheThreshold() {
        judge(bench, frames(60));

        bench.policy(Cast.policy(2, "is it ok?", Cast.promising(), 1));

        LearntThreshold threshold = bench.threshold();
        assertThat(threshold.value()).isNotNull();
        assertThat(threshold.validUntil()).isEqualTo(ReviewBench.START.plus(Duration.ofDays(7)));
        bench.pass(Duration.ofDays(8));
        assertThat(bench.threshold().value()).isNull();
        assertThat(bench.changes().getLast().cause()).isEqualTo(Cause.GRACE_ENDED.name());
    }

    @Test
    void framesOfAnEarlierRecipeTeachNothing() {
        bench.policy(Cast.policy(2, "is it ok?", Cast.promising(), 1));

        judge(bench, frames(60));

        assertThat(bench.lessons().getFirst().state().window().frames()).isZero();
    }

    /** What stands in the topics gives the same evidence, bit for bit, in whatever order it is read from them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRebuildFromTheTopicsGivesTheSameBits(long seed) {
        Random random = new Random(seed);
        List<Inspection> frames = mixed(50, random);
        List<Verdict> verdicts = verdictsOn(frames, random);
        frames.forEach(bench::inspection);
        verdicts.forEach(bench::verdict);
        List<Lesson> expected = bench.lessons();

        try (ReviewBench rebuilt = new ReviewBench(directory.resolve("second"))) {
            rebuilt.policy(POLICY);
            interleaved(rebuilt, frames, verdicts, random).forEach(Runnable::run);

            LearnerState first = expected.getFirst().state();
            LearnerState second = rebuilt.lessons().getFirst().state();
            assertThat(second.evidence()).isEqualTo(first.evidence());
            assertThat(second.judged()).isEqualTo(first.judged());
            assertThat(second.window()).isEqualTo(first.window());
            assertThat(second.scores().all()).isEqualTo(first.scores().all());
            assertThat(rebuilt.evidence()).isNotEmpty().isEqualTo(bench.evidence());
        }
    }

    /** Frames whose model is right, with scores from 0 up to 0.3. */
    private static List<Inspection> frames(int count) {
        List<Inspection> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(Cast.held(POLICY, i, "ok", 0.3 * i / count, (i % 10) / 10.0));
        }
        return frames;
    }

    private static void judge(ReviewBench bench, List<Inspection> frames) {
        for (Inspection frame : frames) {
            bench.inspection(frame);
            bench.verdict(Cast.verdict(frame, "v-" + frame.id(), Result.OK, frame.times().decided().plusSeconds(1)));
        }
    }

    private static List<Inspection> mixed(int count, Random random) {
        List<Inspection> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String answer = random.nextInt(5) == 0 ? "bent" : "ok";
            frames.add(random.nextBoolean()
                    ? Cast.held(POLICY, i, answer, random.nextDouble(), random.nextDouble())
                    : Cast.accepted(POLICY, i, answer, random.nextDouble(), random.nextDouble()));
        }
        return frames;
    }

    private static List<Verdict> verdictsOn(List<Inspection> frames, Random random) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Inspection frame : frames) {
            for (int k = random.nextInt(3); k > 0; k--) {
                Result result = random.nextInt(4) == 0 ? Result.NOT_OK : Result.OK;
                Basis basis = BASES.get(random.nextInt(BASES.size()));
                verdicts.add(Cast.verdict(frame, "v" + k + "-" + frame.id(), result, basis,
                        frame.times().decided().plusSeconds(random.nextInt(100))));
            }
        }
        return verdicts;
    }

    /** The order of each topic is kept, nothing else. */
    private static List<Runnable> interleaved(ReviewBench bench, List<Inspection> frames, List<Verdict> verdicts,
            Random random) {
        List<List<Runnable>> topics = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Inspection frame : frames) {
            boolean accepted = frame.purpose() == null;
            if (accepted) {
                topics.get(0).add(() -> bench.accepted(frame));
            }
            if (!accepted || frame.decision().auditCopy()) {
                topics.get(1).add(() -> bench.humanReview(accepted ? frame.forAudit() : frame));
            }
        }
        verdicts.forEach(verdict -> topics.get(2).add(() -> bench.verdict(verdict)));
        List<Runnable> all = new ArrayList<>();
        while (topics.stream().anyMatch(topic -> !topic.isEmpty())) {
            List<Runnable> topic = topics.get(random.nextInt(topics.size()));
            if (!topic.isEmpty()) {
                all.add(topic.removeFirst());
            }
        }
        return all;
    }
}
