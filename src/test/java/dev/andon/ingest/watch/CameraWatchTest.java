package dev.andon.ingest.watch;

import java.time.Duration;
import java.util.List;

import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.EventKind;
import org.junit.jupiter.api.Test;

import static dev.andon.core.camera.CameraState.MAINTENANCE;
import static dev.andon.core.camera.CameraState.OFFLINE;
import static dev.andon.core.camera.CameraState.ONLINE;
import static dev.andon.core.camera.CameraState.REMOVED;
import static dev.andon.core.camera.CameraState.STARTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CameraWatchTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Bench bench = new Bench(WatchPolicy.USUAL);

    @Test
    void itSaysAtOnceThatItIsThere() {
        bench.look();

        assertThat(bench.events).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(EventKind.STATE);
            assertThat(event.state()).isEqualTo(STARTING);
            assertThat(event.at()).isEqualTo(Bench.START);
            assertThat(event.since()).isEqualTo(Bench.START);
            assertThat(event.line()).isEqualTo(Bench.CAMERA.line());
            assertThat(event.cameraId()).isEqualTo("cam-1");
            assertThat(event.stationId()).isEqualTo("station 2");
        });
    }

    @Test
    void eachTenSecondsItSaysThatItIsStillThere() {
        bench.well(Duration.ofSeconds(35));

        assertThat(bench.events).extracting(CameraEvent::kind).containsExactly(EventKind.STATE, EventKind.STATUS,
                EventKind.STATUS, EventKind.STATUS);
        assertThat(bench.events).extracting(event -> Duration.between(Bench.START, event.at()).toSeconds())
                .containsExactly(1L, 11L, 21L, 31L);
        assertThat(bench.last().since()).isEqualTo(bench.events.getFirst().at());
    }

    @Test
    void figuresAreThoseOfTheMoment() {
        bench.well(Duration.ofSeconds(40));
        bench.carried = new Carried(70, 3, 1_000, 2_000, SECOND);
        bench.watch.unfit("is animated");

        CameraEvent event = bench.watch.event(EventKind.CLOCK_SKEW, "2 s");

        assertThat(event.detail()).isEqualTo("2 s");
        assertThat(event.state()).isEqualTo(ONLINE);
        assertThat(event.status().framesPerSecond()).isEqualTo(2);
        assertThat(event.status().lastCapturedAt()).isEqualTo(bench.instant());
        assertThat(event.status().counts().taken()).isEqualTo(81);
        assertThat(event.status().counts().unfit()).isEqualTo(1);
        assertThat(event.status().counts().published()).isEqualTo(70);
        assertThat(event.status().counts().dropped()).isEqualTo(3);
        assertThat(event.status().waiting().bytes()).isEqualTo(1_000);
        assertThat(event.status().waiting().spooledBytes()).isEqualTo(2_000);
        assertThat(event.status().waiting().oldest()).isEqualTo(SECOND);
        assertThat(event.status().quality().sharpness()).isCloseTo(100, within(1e-6));
        assertThat(event.status().quality().exposure()).isCloseTo(0.5, within(1e-6));
        assertThat(event.status().quality().noise()).isCloseTo(1, within(1e-6));
    }

    @Test
    void anInterruptionIsToldFromItsBeginningToItsEnd() {
        bench.well(SECOND);
        bench.watch.offline("timed_out", "the camera does not answer");
        bench.pass(SECOND);
        bench.watch.online();

        bench.look();

        assertThat(bench.states()).containsExactly(ONLINE, OFFLINE, ONLINE);
        assertThat(bench.events.get(1).causes()).containsExactly("timed_out");
        assertThat(bench.events.get(1).detail()).isEqualTo("the camera does not answer");
        assertThat(bench.watch.status().counts().restarts()).isEqualTo(1);
    }

    @Test
    void whileItIsOfflineOnlyAnotherReasonIsNews() {
        for (String cause : List.of("timed_out", "timed_out", "refused", "refused")) {
            bench.watch.offline(cause, "again");
            bench.pass(SECOND);
        }

        bench.look();

        assertThat(bench.events).extracting(CameraEvent::causes).containsExactly(List.of("timed_out"),
                List.of("refused"));
        assertThat(bench.last().since()).isEqualTo(Bench.START);
        assertThat(bench.watch.status().counts().restarts()).isZero();
    }

    @Test
    void whereNobodyLooksChangesAreNotKeptForEver() {
        for (int i = 0; i < 1_000; i++) {
            bench.watch.offline("refused", "");
            bench.watch.online();
        }

        assertThat(bench.watch.look()).hasSizeLessThan(200);
    }

    @Test
    void inMaintenanceNothingIsWrong() {
        bench.well(Duration.ofMinutes(10));
        bench.watch.follow(WatchPolicy.USUAL.inMaintenance(true));

        bench.forTime(Duration.ofMinutes(5), () -> bench.picture(0, 0));
        bench.watch.offline("refused", "is the camera on?");
        bench.forTime(SECOND, () -> {});

        assertThat(bench.states()).containsExactly(ONLINE, MAINTENANCE);
        assertThat(bench.watch.event(EventKind.STATUS, "").state()).isEqualTo(MAINTENANCE);
    }

    @Test
    void afterMaintenanceSharpnessIsLearntAnew() {
        bench.well(Duration.ofMinutes(10));
        bench.watch.follow(WatchPolicy.USUAL.inMaintenance(true));
        bench.well(SECOND);
        bench.watch.follow(WatchPolicy.USUAL);

        bench.forTime(Duration.ofMinutes(20), () -> bench.picture(20, 0.5));

        assertThat(bench.states()).containsExactly(ONLINE, MAINTENANCE, STARTING, ONLINE);
    }

    @Test
    void thePolicyOfBeforeChangesNothing() {
        bench.well(Duration.ofMinutes(10));

        bench.watch.follow(WatchPolicy.USUAL.inMaintenance(false));
        bench.forTime(Duration.ofSeconds(62), () -> bench.picture(20, 0.5));

        assertThat(bench.last().causes()).containsExactly("blurred");
    }

    @Test
    void onlyAPictureThatIsNotTheLastOneIsFresh() {
        assertThat(bench.watch.fresh("a")).isTrue();
        bench.watch.took(bench.instant(), "a", null);

        assertThat(bench.watch.fresh("a")).isFalse();
        assertThat(bench.watch.fresh("b")).isTrue();
    }

    @Test
    void picturesThatCanBeNoFramesAreToldInFewWords() {
        bench.look();
        bench.forTime(Duration.ofSeconds(61), () -> bench.watch.unfit("is animated"));

        assertThat(bench.events).filteredOn(event -> event.kind().equals(EventKind.PICTURES_UNFIT))
                .extracting(CameraEvent::detail)
                .containsExactly("pictures that can be no frames: 2, the last one is animated",
                        "pictures that can be no frames: 120, the last one is animated");
    }

    @Test
    void oneThatIsRemovedIsNotHeardOfAnyMore() {
        bench.well(SECOND);

        List<CameraEvent> last = bench.watch.removed();

        assertThat(last).singleElement().satisfies(event -> assertThat(event.state()).isEqualTo(REMOVED));
        bench.pass(Duration.ofMinutes(1));
        bench.watch.offline("refused", "");
        assertThat(bench.watch.look()).isEmpty();
        assertThat(bench.watch.state()).isEqualTo(REMOVED);
    }

    @Test
    void longWordsAreCut() {
        bench.watch.offline("ffmpeg", "x".repeat(10_000));

        bench.look();

        assertThat(bench.last().detail()).hasSize(1_000).endsWith("…");
    }
}
