package dev.andon.topology.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.andon.core.calibration.Certificate;
import dev.andon.core.calibration.EvidenceFrame;
import dev.andon.core.calibration.Grid;
import dev.andon.core.calibration.Histogram;
import dev.andon.core.calibration.LearnerState;
import dev.andon.core.calibration.LearnerState.Evidence;
import dev.andon.core.calibration.LearnerState.Excess;
import dev.andon.core.calibration.LearnerState.Learnt;
import dev.andon.core.calibration.LearnerState.Promised;
import dev.andon.core.calibration.LearnerState.Scores;
import dev.andon.core.calibration.LearnerState.Window;
import dev.andon.core.calibration.Outcome;
import dev.andon.core.calibration.Outcomes;
import dev.andon.core.decision.Costs;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.frame.LineId;
import dev.andon.fixture.Fixture;
import dev.andon.schema.state.EarlyVerdict;
import dev.andon.schema.state.OpenReview;
import dev.andon.schema.state.RecipeLessons;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What earlier versions of the review application left is gone on with. */
class ReviewFixturesTest {

    private static final LineId LINE = new LineId("line 1:穴");
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07.089Z");
    private static final Learning LEARNING = new Learning(0.8, Duration.ofHours(5), Duration.ofSeconds(3),
            Duration.ofDays(20), Duration.ofDays(4));

    /** Only ever added to, see {@link Fixture}. */
    static final List<Lesson> LESSONS = List.of(
            lesson("a", new ThresholdRule.Fixed(0.25, "J. Doe"), null),
            lesson("b", new ThresholdRule.Budget(0.07, "J. Doe", LEARNING), null),
            lesson("c", new ThresholdRule.Cost(new Costs(50, 2, 1, 0.01), LEARNING),
                    new Learnt(40, "the least cost", 812, 0.31, TIME, null)),
            lesson("d", new ThresholdRule.Risk(new Promise(0.02, 0.1, 0.01, List.of(100, 300)), null, LEARNING),
                    new Learnt(60, "at most", 0, null, null, new Promised(
                            new Certificate(60, 0.02, 0.01, 0.1, 300, 300, 250, 1, 0, TIME), 55,
                            new Excess(12, 100), new Excess(3, 90)))),
            lesson("e", ThresholdRule.USUAL, new Learnt(Grid.NONE, "nothing", 0, null, null, null)));

    static final List<EvidenceFrame> FRAMES = List.of(
            new EvidenceFrame("i-1", "i-1", TIME, TIME.plusSeconds(9), 0.01, 17, null),
            new EvidenceFrame("unit 7", "i-2", TIME.plusMillis(1), TIME.plusSeconds(9), 0.02, 0, Outcome.RIGHT),
            new EvidenceFrame("i-3", "i-3", TIME.plusSeconds(1), TIME.plusSeconds(9), 0.03, 200, Outcome.UNKNOWN));

    static final EarlyVerdict EARLY = new EarlyVerdict(LINE.value(), "i-9",
            ByteBuffer.wrap(new byte[]{1, 2, 3}), 17L, 18L, 19L);
    static final OpenReview OPEN = new OpenReview("i-4", LINE.value(), "human-review", 3, 21L, "DECIDE",
            TIME.toEpochMilli());

    @TempDir
    Path directory;

    static Stream<Fixture> lessons() {
        return Fixture.allOf("state/RecipeLessons").stream();
    }

    static Stream<Fixture> evidence() {
        return Fixture.allOf("state/Evidence").stream();
    }

    static Stream<Fixture> earlyVerdicts() {
        return Fixture.allOf("state/EarlyVerdict").stream();
    }

    static Stream<Fixture> openReviews() {
        return Fixture.allOf("state/OpenReview").stream();
    }

    @ParameterizedTest
    @MethodSource
    void lessons(Fixture fixture) throws IOException {
        KeyValueStore<String, RecipeLessons> store = FixtureStore.open(fixture, Serdes.String(),
                StateCodec.LESSONS.serde(), directory, empty -> LESSONS.forEach(lesson -> empty.put(lesson.recipeId(),
                        LessonForm.write(lesson))));

        List<Lesson> read = LESSONS.stream().map(lesson -> store.get(lesson.recipeId())).map(LessonForm::read).toList();

        assertThat(read).isEqualTo(LESSONS);
    }

    @ParameterizedTest
    @MethodSource
    void evidence(Fixture fixture) throws IOException {
        KeyValueStore<String, dev.andon.schema.state.Evidence> store = FixtureStore.open(fixture, Serdes.String(),
                StateCodec.EVIDENCE.serde(), directory,
                empty -> FRAMES.forEach(new EvidenceStore(empty, LINE, "bracket")::put));

        EvidenceStore evidence = new EvidenceStore(store, LINE, "bracket");

        List<EvidenceFrame> read = new ArrayList<>();
        evidence.walk(TIME, read::add);
        assertThat(read).isEqualTo(FRAMES);
        assertThat(evidence.find("unit 7")).isEqualTo(FRAMES.get(1));
    }

    @ParameterizedTest
    @MethodSource
    void earlyVerdicts(Fixture fixture) throws IOException {
        KeyValueStore<String, EarlyVerdict> store = FixtureStore.open(fixture, Serdes.String(),
                StateCodec.EARLY_VERDICT.serde(), directory, empty -> new EarlyVerdicts(empty).keep("v-1", EARLY));

        assertThat(new EarlyVerdicts(store).take(LINE, "i-9")).containsExactly(EARLY);
    }

    @ParameterizedTest
    @MethodSource
    void openReviews(Fixture fixture) throws IOException {
        KeyValueStore<String, OpenReview> store = FixtureStore.open(fixture, Serdes.String(),
                StateCodec.OPEN_REVIEW.serde(), directory, empty -> empty.put("key", OPEN));

        assertThat(store.get("key")).isEqualTo(OPEN);
        assertThat(new OpenReviews(store).count()).isEqualTo(1);
    }

    private static Lesson lesson(String recipe, ThresholdRule rule, @Nullable Learnt learnt) {
        Histogram one = histogram(0, 17, 200);
        Histogram other = histogram(5, 5, 5);
        Outcomes outcomes = new Outcomes(Map.of(Outcome.RIGHT, one, Outcome.ESCAPE, other, Outcome.FALSE_REJECT,
                histogram(), Outcome.UNKNOWN, histogram(3)));
        return new Lesson(LINE, recipe, 3, 7, "CERTIFIED", TIME, new LearnerState("some hash", rule, 0.05,
                new Window(TIME, TIME.plusSeconds(5), 0.02, 1000, 100, 5000, 2, "scores have changed"),
                new Evidence(4, outcomes), outcomes, new Scores(one, other, one, other, one, 31), learnt));
    }

    private static Histogram histogram(int... scores) {
        Histogram histogram = new Histogram();
        for (int score : scores) {
            histogram.add(score);
        }
        return histogram;
    }
}
