package dev.andon.ingest.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.andon.core.frame.ImageBytes;
import dev.andon.ingest.Particulars;
import dev.andon.ingest.Shot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Times are milliseconds since the start; triggers are trusted where nothing else is said. */
class TriggerJoinTest {

    private static final Duration WIDE = Duration.ofMillis(100);

    private final MovedClock clock = new MovedClock(Scene.START);
    private final Map<Long, Double> sharpness = new HashMap<>();
    private final List<Long> measured = new ArrayList<>();
    private final List<JoinEvent> events = new ArrayList<>();
    private TriggerJoin join = joinOf(TestJoins.trusting(JoinSettings.Choice.NEAREST, TestJoins.WINDOW));

    @Test
    void theNearestIsTakenAsSoonAsALaterOneIsThere() {
        shots(0, 40, 80);
        trigger("A", 95);
        assertThat(events).isEmpty();

        shots(120);

        assertThat(joined()).containsExactly("A 80 -15ms");
    }

    @Test
    void thePicturesMayHaveComeBeforeTheTrigger() {
        shots(0, 40, 80, 120);

        trigger("A", 59, 119);
        look(121);

        assertThat(joined()).containsExactly("A 40 -19ms");
    }

    @Test
    void aCameraThatStampsLateIsPutRight() {
        join = joinOf(new JoinSettings(JoinSettings.Choice.NEAREST, TestJoins.WINDOW, Duration.ofMillis(70),
                TestJoins.PATIENCE, false, TestJoins.MEMORY, TestJoins.clock(ClockSettings.Mode.TRUST)));
        trigger("A", 50);

        shots(40, 80, 120, 160);

        assertThat(joined()).containsExactly("A 120 0ms");
    }

    @Test
    void theSharpestOfTheWindowIsTakenOnceTheWindowIsOver() {
        join = joinOf(TestJoins.trusting(JoinSettings.Choice.SHARPEST, WIDE));
        sharpness.putAll(Map.of(0L, 9.0, 40L, 1.0, 80L, 3.0, 120L, 5.0, 160L, 2.0, 200L, 4.0, 240L, 9.0));
        trigger("A", 120);

        shots(0, 40, 80, 120, 160, 200);
        assertThat(events).isEmpty();
        shots(240);

        assertThat(joined()).containsExactly("A 120 0ms");
        assertThat(measured).containsExactlyInAnyOrder(40L, 80L, 120L, 160L, 200L);
    }

    @Test
    void ofEquallySharpOnesTheNearestIsTakenAndOneAloneIsNotMeasured() {
        join = joinOf(TestJoins.trusting(JoinSettings.Choice.SHARPEST, WIDE));
        sharpness.putAll(Map.of(60L, 1.0, 130L, 1.0, 150L, 1.0));
        trigger("A", 120);
        trigger("B", 1_000);

        shots(60, 130, 150, 980, 1_200);

        assertThat(joined()).containsExactly("A 130 10ms", "B 980 -20ms");
        assertThat(measured).containsExactlyInAnyOrder(60L, 130L, 150L);
    }

    @Test
    void whereNoPictureComesTheTriggerIsAnEventAfterItsPatience() {
        shots(0, 40);
        trigger("A", 300);
        long end = 300 + TestJoins.WINDOW.toMillis() + TestJoins.PATIENCE.toMillis();
        look(end - 1);
        assertThat(events).isEmpty();

        look(end);

        assertThat(without()).singleElement().asString().startsWith("A NO_PICTURE").contains("-0.26 s", "40 ms");
    }

    @Test
    void theLastPictureBeforeACameraStopsIsStillTheNearest() {
        shots(0, 40);
        trigger("A", 60);

        look(60 + TestJoins.WINDOW.toMillis() + TestJoins.PATIENCE.toMillis());

        assertThat(joined()).containsExactly("A 40 -20ms");
    }

    @Test
    void aTriggerOfPicturesThatAreForgottenIsTooLate() {
        shots(IntStream.rangeClosed(0, 500).mapToLong(i -> i * 40L).toArray());

        trigger("A", 4_000, 20_001);
        trigger("B", 6_000, 20_001);
        look(20_002);

        assertThat(joined()).containsExactly("B 6000 0ms");
        assertThat(without()).singleElement().asString().startsWith("A TOO_LATE").contains("16.001 s");
    }

    @Test
    void whatIsNextToAForgottenPictureDoesNotStandInForIt() {
        shots(IntStream.rangeClosed(0, 500).mapToLong(i -> i * 40L).toArray());

        trigger("A", 4_979, 20_001);
        look(20_002);

        assertThat(joined()).isEmpty();
        assertThat(without()).singleElement().asString().startsWith("A TOO_LATE");
    }

    @Test
    void waitingDoesNotCostATriggerItsPictures() {
        join = joinOf(new JoinSettings(JoinSettings.Choice.NEAREST, TestJoins.WINDOW, Duration.ZERO,
                TestJoins.PATIENCE, false, new JoinSettings.Memory(TestJoins.MEMORY.age(), 10 * 8),
                TestJoins.CLOCK));
        shots(0, 40, 80);
        trigger("A", 90, 90);

        shots(IntStream.rangeClosed(3, 12).mapToLong(i -> i * 40L).toArray());

        assertThat(joined()).containsExactly("A 80 -10ms");
    }

    @Test
    void onePictureShowsOneUnit() {
        shots(0, 40, 80);
        trigger("A", 35, 81);
        trigger("B", 45, 82);
        trigger("A", 46, 83);
        trigger(null, 47, 84);

        look(85);

        assertThat(joined()).containsExactly("A 40 5ms", "A 40 -6ms");
        assertThat(without()).hasSize(2).allSatisfy(told -> assertThat(told).contains("TAKEN"));
    }

    @Test
    void theSharpestIsChosenAmongThoseThatShowNoOtherUnit() {
        join = joinOf(TestJoins.trusting(JoinSettings.Choice.SHARPEST, WIDE));
        sharpness.putAll(Map.of(0L, 1.0, 100L, 9.0, 200L, 5.0));
        trigger("A", 50);
        trigger("B", 150);

        shots(0, 100, 200, 300);

        assertThat(joined()).containsExactly("A 100 50ms", "B 200 50ms");
    }

    @Test
    void aTriggerThatIsSentAgainCountsOnce() {
        Particulars unit = new Particulars("A", null, null, null);
        Trigger named = new Trigger("t-1", "c", unit, at(40), at(50));
        Trigger unnamed = new Trigger(null, "c", unit, at(40), at(50));

        assertThat(join.take(named)).isTrue();
        assertThat(join.take(new Trigger("t-1", "c", Particulars.NONE, at(41), at(60)))).isFalse();
        assertThat(join.take(new Trigger("t-2", "c", unit, at(40), at(60)))).isTrue();
        assertThat(join.take(unnamed)).isTrue();
        assertThat(join.take(new Trigger(null, "c", new Particulars("A", "w", "p", null), at(40), at(70)))).isFalse();
        shots(40, 80);

        assertThat(joined()).hasSize(3);
        assertThat(join.take(named)).as("after it was joined").isFalse();
    }

    @Test
    void picturesThatNobodyAskedForAreCountedWhereTriggersAreExpected() {
        join = joinOf(new JoinSettings(JoinSettings.Choice.NEAREST, TestJoins.WINDOW, Duration.ZERO,
                TestJoins.PATIENCE, true, TestJoins.MEMORY, TestJoins.clock(ClockSettings.Mode.TRUST)));
        shots(0, 1_000, 2_000, 3_000, 4_000);
        trigger("A", 1_010, 4_001);

        shots(19_001, 19_500);
        look(30_000);
        shots(40_000);
        look(51_000);

        assertThat(events.stream().filter(JoinEvent.FramesWithoutTrigger.class::isInstance)).containsExactly(
                new JoinEvent.FramesWithoutTrigger(4, at(0), at(4_000)),
                new JoinEvent.FramesWithoutTrigger(2, at(19_001), at(19_500)));
    }

    @Test
    void elsewhereTheyAreOrdinary() {
        shots(0, 1_000, 2_000, 40_000, 80_000);

        assertThat(events).isEmpty();
    }

    @Test
    void theFirstTriggersWaitUntilTheirClockIsKnown() {
        join = joinOf(TestJoins.NEAREST);
        int last = 25 * 5;
        for (int i = 0; i <= last; i++) {
            shots(i * 40L);
            if (i % 5 == 0) {
                trigger("SN" + i, i * 40L + 200, i * 40L + (i == 15 ? 0 : 30));
            }
            assertThat(joined()).hasSize(i <= 95 ? 0 : (i - 1) / 5 + 1);
        }

        assertThat(joined()).startsWith("SN0 0 0ms", "SN5 200 0ms", "SN10 400 0ms");
    }

    @Test
    void orUntilTheirPatienceIsOver() {
        join = joinOf(TestJoins.NEAREST);
        shots(0, 40, 80, 120);

        trigger("A", 300, 80);
        look(80 + TestJoins.WINDOW.toMillis() + TestJoins.PATIENCE.toMillis());

        assertThat(joined()).containsExactly("A 80 0ms");
    }

    @Test
    void whatIsAheadOfItsArrivalIsNotGuessedAt() {
        join = joinOf(TestJoins.NEAREST);
        settle(200);
        shots(20_000, 20_040);

        trigger("A", 21_000, 20_040);
        shots(20_800, 20_840, 26_000);

        assertThat(without()).singleElement().asString().startsWith("A AHEAD").contains("0.76 s");
    }

    @Test
    void theAlarmIsRaisedAndGoesOnce() {
        join = joinOf(TestJoins.NEAREST);
        settle(140);
        settle(160);
        settle(140);
        settle(-160);
        settle(0);

        assertThat(events.stream().filter(JoinEvent.SkewAlarm.class::isInstance)
                .map(event -> (JoinEvent.SkewAlarm) event).map(alarm -> alarm.raised() + " " + alarm.skew().toMillis()))
                .containsExactly("true 160", "false 0");
    }

    @Test
    void inTheEndEverythingIsDecided() {
        shots(0, 40);
        trigger("A", 60);
        trigger("B", 500);

        events.addAll(join.end());

        assertThat(joined()).containsExactly("A 40 -20ms");
        assertThat(without()).singleElement().asString().startsWith("B NO_PICTURE");
    }

    @Test
    void aFloodOfTriggersIsNotKept() {
        for (int i = 0; i < 1_100; i++) {
            trigger("SN" + i, i * 40L, 5);
        }

        look(6);

        assertThat(without()).hasSize(100).allSatisfy(told -> assertThat(told).contains("no picture yet"));
    }

    @Test
    void picturesHaveToBeRememberedForAsLongAsTriggersWait() {
        assertThatThrownBy(() -> new JoinSettings(JoinSettings.Choice.NEAREST, TestJoins.WINDOW, Duration.ZERO,
                TestJoins.PATIENCE, false, new JoinSettings.Memory(TestJoins.PATIENCE, 1), TestJoins.CLOCK))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("PT5.18S");
    }

    private TriggerJoin joinOf(JoinSettings settings) {
        return new TriggerJoin(settings, shot -> {
            long taken = shot.capturedAt().toEpochMilli() - Scene.START.toEpochMilli();
            measured.add(taken);
            return sharpness.getOrDefault(taken, Double.NaN);
        }, clock);
    }

    /** More than a window of triggers, of a clock that is so much ahead, and which nobody waits for any more. */
    private void settle(long skew) {
        long now = clock.instant().toEpochMilli() - Scene.START.toEpochMilli();
        for (int i = 1; i <= 120; i++) {
            join.take(new Trigger("settle-" + now + "-" + i, "c", Particulars.NONE, at(now + i * 10L + skew),
                    at(now + i * 10L)));
        }
        look(now + 1_200 + 2 * TestJoins.PATIENCE.toMillis());
        events.removeIf(event -> event instanceof JoinEvent.TriggerWithoutFrame);
    }

    private static Instant at(long millis) {
        return Scene.START.plusMillis(millis);
    }

    private void shots(long... millis) {
        for (long taken : millis) {
            clock.set(at(taken));
            events.addAll(join.take(new Shot(at(taken), ImageBytes.of(new byte[8]))));
        }
    }

    private void look(long now) {
        clock.set(at(now));
        events.addAll(join.look());
    }

    private void trigger(String unit, long at) {
        trigger(unit, at, at);
    }

    private void trigger(@Nullable String unit, long at, long receivedAt) {
        clock.set(at(receivedAt));
        join.take(new Trigger(null, "c", new Particulars(unit, null, null, null), at(at), at(receivedAt)));
    }

    private List<String> joined() {
        return events.stream().filter(JoinEvent.Joined.class::isInstance).map(event -> (JoinEvent.Joined) event)
                .map(one -> one.trigger().particulars().unitId() + " "
                        + Duration.between(Scene.START, one.shot().capturedAt()).toMillis() + " "
                        + one.distance().toMillis() + "ms")
                .toList();
    }

    private List<String> without() {
        return events.stream().filter(JoinEvent.TriggerWithoutFrame.class::isInstance)
                .map(event -> (JoinEvent.TriggerWithoutFrame) event)
                .map(one -> one.trigger().particulars().unitId() + " " + one.why() + " " + one.detail()).toList();
    }
}
