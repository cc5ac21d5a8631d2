package dev.andon.ingest.trigger;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.andon.core.frame.ImageBytes;
import dev.andon.ingest.Particulars;
import dev.andon.ingest.Shot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 1,000 triggers at 5 per second against 25 frames per second, on their way for up to 50 ms, by a clock that is 200 ms ahead
 * or behind.
 */
class TriggerSceneTest {

    private static final int TRIGGERS = 1_000;
    private static final int SEEDS = Integer.getInteger("andon.triggers.seeds", 5);

    /** More than the estimate errs once twenty triggers are known, nearly always. */
    private static final Duration ERROR = Duration.ofMillis(12);

    static Stream<Arguments> scenes() {
        return IntStream.range(0, SEEDS).boxed().flatMap(
                seed -> Stream.of(-200, 200).map(skew -> Arguments.of(seed, Duration.ofMillis(skew))));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void eachUnitGetsTheFrameThatShowsIt(int seed, Duration skew) {
        Run run = new Run(new Scene(TRIGGERS, skew, Duration.ofMillis(4)), seed);

        assertThat(run.frameOf).hasSize(TRIGGERS);
        assertThat(run.passedAt).allSatisfy((trigger, passedAt) -> assertThat(run.frameOf(trigger))
                .isEqualTo(run.nearest(passedAt)));
        assertThat(run.others).singleElement().isInstanceOfSatisfying(JoinEvent.SkewAlarm.class, alarm -> {
            assertThat(alarm.raised()).isTrue();
            assertThat(alarm.skew()).isBetween(skew.minusMillis(50), skew);
        });
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aUnitThatPassesBetweenTwoFramesGetsOneOfThem(int seed, Duration skew) {
        Run run = new Run(new Scene(TRIGGERS, skew, Duration.ofMillis(20)), seed);

        assertThat(run.frameOf).hasSize(TRIGGERS);
        assertThat(run.passedAt).allSatisfy((trigger, passedAt) -> {
            Duration distance = run.distance(run.frameOf(trigger), passedAt);
            assertThat(distance.minus(run.distance(run.nearest(passedAt), passedAt))).isLessThan(ERROR.multipliedBy(2));
        });
        assertThat(run.passedAt.entrySet().stream()
                .filter(one -> run.frameOf(one.getKey()) != run.nearest(one.getValue())))
                .hasSizeLessThan(TRIGGERS / 25);
    }

    /** What becomes of a scene. */
    private static final class Run {

        private final Map<String, Instant> passedAt = new HashMap<>();
        private final Map<String, Integer> frameOf = new HashMap<>();
        private final List<Instant> frames = new ArrayList<>();
        private final List<JoinEvent> others = new ArrayList<>();
        private final MovedClock clock = new MovedClock(Scene.START);
        private final TriggerJoin join = new TriggerJoin(TestJoins.NEAREST, _ -> Double.NaN, clock);

        Run(Scene scene, long seed) {
            for (Scene.Arrival arrival : scene.play(new SplittableRandom(seed))) {
                clock.set(arrival.when());
                switch (arrival) {
                    case Scene.OfFrame frame -> {
                        frames.add(frame.capturedAt());
                        join.take(shot(frame)).forEach(this::hear);
                    }
                    case Scene.OfTrigger trigger -> {
                        String unit = "SN-" + trigger.number();
                        passedAt.put(unit, trigger.passedAt());
                        join.take(new Trigger(null, "c", new Particulars(unit, null, null, null), trigger.at(),
                                trigger.when()));
                    }
                }
            }
            join.end().forEach(this::hear);
        }

        private void hear(JoinEvent event) {
            if (event instanceof JoinEvent.Joined(Trigger trigger, Shot shot, Duration _)) {
                frameOf.put(String.valueOf(trigger.particulars().unitId()),
                        ByteBuffer.wrap(shot.image().array()).getInt());
            } else {
                others.add(event);
            }
        }

        private static Shot shot(Scene.OfFrame frame) {
            byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(frame.number()).array();
            return new Shot(frame.capturedAt(), ImageBytes.of(number));
        }

        /** Negative where it has none. */
        int frameOf(String unit) {
            return frameOf.getOrDefault(unit, -1);
        }

        Duration distance(int frame, Instant time) {
            return Duration.between(time, frames.get(frame)).abs();
        }

        int nearest(Instant time) {
            int about = (int) (Duration.between(Scene.START, time).toMillis() / 40);
            return IntStream.rangeClosed(about - 2, about + 2).boxed()
                    .min((a, b) -> distance(a, time).compareTo(distance(b, time))).orElseThrow();
        }
    }
}
