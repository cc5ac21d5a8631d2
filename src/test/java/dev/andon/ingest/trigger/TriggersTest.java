package dev.andon.ingest.trigger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.andon.core.frame.ImageBytes;
import dev.andon.ingest.Shot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TriggersTest {

    private static final JoinSettings TRUSTING = TestJoins.trusting(JoinSettings.Choice.NEAREST, TestJoins.WINDOW);

    private final MovedClock clock = new MovedClock(Scene.START);
    private final Triggers triggers = new Triggers(clock);

    @Test
    void eachCameraHearsOfItsOwn() {
        TriggeredCamera left = join("left");
        TriggeredCamera right = join("right");

        assertThat(hear("left", "A")).isInstanceOfSatisfying(Receipt.Taken.class, taken -> {
            assertThat(taken.frameId().value()).startsWith("trigger-");
            assertThat(taken.repeated()).isFalse();
            assertThat(taken.skew()).isNull();
        });

        assertThat(pass(right)).isEmpty();
        assertThat(pass(left)).singleElement().isInstanceOfSatisfying(JoinEvent.Joined.class,
                joined -> assertThat(joined.trigger().particulars().unitId()).isEqualTo("A"));
    }

    @Test
    void whatIsSentAgainHasTheSameFrame() {
        TriggeredCamera _ = join("left");
        Receipt.Taken first = (Receipt.Taken) hear("left", "A");

        Receipt.Taken second = (Receipt.Taken) hear("left", "A");

        assertThat(second).isEqualTo(new Receipt.Taken(first.frameId(), true, null));
    }

    @Test
    void unknownCamerasAreToldWhichThereAre() {
        assertThat(hear("middle", "A")).isInstanceOfSatisfying(Receipt.NoSuchCamera.class,
                none -> assertThat(none.problem()).contains("'middle'", "none runs"));
        TriggeredCamera _ = join("right");
        TriggeredCamera _ = join("left");

        assertThat(hear("middle", "A")).isInstanceOfSatisfying(Receipt.NoSuchCamera.class,
                none -> assertThat(none.problem()).contains("'middle'", "left, right"));
    }

    @Test
    void whoLeavesDecidesWhatWaitsAndMayComeBack() {
        TriggeredCamera camera = join("left");
        hear("left", "A");

        List<JoinEvent> last = camera.leave();

        assertThat(last).singleElement().isInstanceOf(JoinEvent.TriggerWithoutFrame.class);
        assertThat(hear("left", "B")).isInstanceOf(Receipt.NoSuchCamera.class);
        TriggeredCamera back = join("left");
        assertThat(camera.leave()).isEmpty();
        assertThat(hear("left", "B")).isInstanceOf(Receipt.Taken.class);
        assertThat(pass(back)).hasSize(1);
    }

    @Test
    void twoCamerasOfOneNameAreRefused() {
        TriggeredCamera _ = join("left");

        assertThatThrownBy(() -> join("left")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'left'");
    }

    @Test
    void whateverTakesTurnsEachTriggerIsDecidedOnce() throws Exception {
        TriggeredCamera camera = join("left");
        List<JoinEvent> events = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>(IntStream.range(0, 400)
                    .<Future<?>>mapToObj(unit -> threads.submit(() -> hear("left", "SN" + unit / 2))).toList());
            all.add(threads.submit((Callable<?>) () -> {
                for (int i = 0; i < 200; i++) {
                    events.addAll(camera.take(shot()));
                }
                return events;
            }));
            for (Future<?> one : all) {
                one.get();
            }
        }

        events.addAll(camera.leave());

        assertThat(events).hasSize(200);
    }

    private TriggeredCamera join(String camera) {
        return triggers.join(camera, TRUSTING, _ -> Double.NaN);
    }

    private Receipt hear(String camera, String unit) {
        return triggers.hear(("{\"camera\": \"" + camera + "\", \"unit\": \"" + unit + "\", \"at\": \"" + Scene.START
                + "\"}").getBytes(StandardCharsets.UTF_8), null);
    }

    private List<JoinEvent> pass(TriggeredCamera camera) {
        clock.set(Scene.START.plusMillis(1));
        return camera.take(shot());
    }

    private Shot shot() {
        return new Shot(Scene.START.plusMillis(1), ImageBytes.of(new byte[8]));
    }
}
