package dev.andon.topology.source;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;

import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExpiryTest {

    private static final String FRAMES = "frames";

    private final FakeOffsets offsets = new FakeOffsets();
    private final Recorder recorder = new Recorder(new SimpleMeterRegistry());
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final Expiry expiry = new Expiry(offsets, FRAMES, recorder, () -> now);

    @Test
    void recordsThatWereDeletedBeforeTheyWereReadAreCountedOnce() throws Exception {
        Reading reading = readTo(10);

        offsets.deleteBefore(FRAMES, 0, 25);
        reading.at(25);
        expiry.look();
        expiry.look();

        assertThat(counted()).isEqualTo(15);
        assertThat(expiry.lately()).hasValueSatisfying(told -> assertThat(told).contains("topic frames has lost 15",
                "partition 0 was read to 10 and begins at 25"));
    }

    @Test
    void gapsThatTransactionsLeaveAreNoLoss() throws Exception {
        Reading reading = readTo(10);

        LongStream.of(11, 12, 14, 19).forEach(reading::at);
        expiry.look();

        assertThat(counted()).isZero();
        assertThat(expiry.lately()).isEmpty();
    }

    @Test
    void deletingWhatWasReadIsNoLoss() throws Exception {
        Reading reading = readTo(10);
        expiry.look();

        offsets.deleteBefore(FRAMES, 0, 10);
        expiry.look();
        reading.at(11);
        expiry.look();

        assertThat(counted()).isZero();
    }

    @Test
    void ofAGapOnlyWhatWasDeletedCounts() throws Exception {
        Reading reading = readTo(10);

        offsets.deleteBefore(FRAMES, 0, 14);
        reading.at(17);
        expiry.look();

        assertThat(counted()).isEqualTo(4);
    }

    @Test
    void whatExpiredWhileNobodyReadIsToldBeforeAnythingComes() throws Exception {
        offsets.commit(FRAMES, 0, 5);
        offsets.deleteBefore(FRAMES, 0, 12);

        Reading reading = expiry.open(FRAMES, 0);
        expiry.look();
        assertThat(counted()).isEqualTo(7);

        reading.at(13);
        expiry.look();
        assertThat(counted()).isEqualTo(7);
    }

    @Test
    void whatExpiredBeforeTheFirstRecordOfATaskIsTold() throws Exception {
        offsets.commit(FRAMES, 0, 5);
        Reading reading = expiry.open(FRAMES, 0);

        offsets.deleteBefore(FRAMES, 0, 12);
        reading.at(12);
        expiry.look();

        assertThat(counted()).isEqualTo(7);
    }

    @Test
    void aTaskThatBeginsAgainWhereItWasTellsNothingTwice() throws Exception {
        offsets.commit(FRAMES, 0, 5);
        offsets.deleteBefore(FRAMES, 0, 12);
        expiry.open(FRAMES, 0).close();
        expiry.look();

        expiry.open(FRAMES, 0).at(12);
        expiry.look();

        assertThat(counted()).isEqualTo(7);
    }

    @Test
    void allThatExpiresBeforeAReaderThatStandsIsTold() throws Exception {
        readTo(10);
        expiry.look();

        offsets.deleteBefore(FRAMES, 0, 30);
        expiry.look();

        assertThat(counted()).isEqualTo(20);
    }

    @Test
    void aReaderThatMovesMayStillHaveThemInHand() throws Exception {
        Reading reading = readTo(10);
        expiry.look();

        reading.at(10);
        offsets.deleteBefore(FRAMES, 0, 13);
        expiry.look();
        LongStream.of(11, 12, 13).forEach(reading::at);
        expiry.look();

        assertThat(counted()).isZero();
    }

    @Test
    void whatAnEndedTaskPassedOverIsTold() throws Exception {
        Reading reading = readTo(10);

        offsets.deleteBefore(FRAMES, 0, 25);
        reading.at(25);
        reading.close();
        expiry.look();

        assertThat(counted()).isEqualTo(15);
    }

    @Test
    void anEndedTaskStandsNowhere() throws Exception {
        Reading reading = readTo(10);
        expiry.look();

        reading.close();
        offsets.deleteBefore(FRAMES, 0, 25);
        expiry.look();
        expiry.look();

        assertThat(counted()).isZero();
    }

    @Test
    void anOutageOfTheClusterDelaysTheNews() throws Exception {
        Reading reading = readTo(10);
        offsets.deleteBefore(FRAMES, 0, 25);
        reading.at(25);

        offsets.goAway(true);
        assertThatThrownBy(expiry::look).isInstanceOf(KafkaException.class);
        offsets.goAway(false);
        expiry.look();

        assertThat(counted()).isEqualTo(15);
    }

    @Test
    void lossesOfManyGapsAreAllTold() throws Exception {
        Reading reading = readTo(0);

        LongStream.range(0, 3_000).forEach(i -> reading.at(2 * i + 1));
        offsets.deleteBefore(FRAMES, 0, 5_000);
        reading.at(6_000);
        expiry.look();

        assertThat(counted()).isGreaterThanOrEqualTo(2_500);
    }

    @Test
    void policiesThatExpireAreToldButAreNoFrames() throws Exception {
        offsets.commit("line-policies", 0, 2);
        offsets.deleteBefore("line-policies", 0, 3);

        expiry.open("line-policies", 0);
        expiry.look();

        assertThat(counted()).isZero();
        assertThat(expiry.lately()).hasValueSatisfying(told -> assertThat(told).contains("topic line-policies"));
    }

    @Test
    void aLossIsShownForAnHour() throws Exception {
        Reading reading = readTo(10);
        offsets.deleteBefore(FRAMES, 0, 25);
        reading.at(25);
        expiry.look();

        now = now.plus(Duration.ofMinutes(59));
        assertThat(expiry.lately()).isPresent();
        now = now.plus(Duration.ofMinutes(2));
        assertThat(expiry.lately()).isEmpty();
    }

    /** A task that began at an offset it had committed. */
    private Reading readTo(long offset) {
        offsets.commit(FRAMES, 0, offset);
        return expiry.open(FRAMES, 0);
    }

    private double counted() {
        return recorder.counted(MetricNames.FRAMES_EXPIRED);
    }
}
