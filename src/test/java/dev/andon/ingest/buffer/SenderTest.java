package dev.andon.ingest.buffer;

import java.time.Duration;

import dev.andon.async.FullJitter;
import dev.andon.ingest.buffer.BufferPolicy.OnFull;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SenderTest {

    @Test
    void oneAfterTheOther() throws Exception {
        Rig rig = Rig.of(OnFull.WAIT, 10, 1);
        rig.offer(0, 3);
        rig.step();
        assertThat(rig.out.handed).isEqualTo(Rig.ids(0, 1));

        rig.out.write();
        rig.step();

        assertThat(rig.out.handed).isEqualTo(Rig.ids(0, 2));
        assertThat(rig.published).isEqualTo(Rig.ids(0, 1));
    }

    @Test
    void severalAtOnce() throws Exception {
        Rig rig = Rig.of(OnFull.WAIT, 10, 3);
        rig.begin();
        rig.offer(0, 5);
        rig.step();
        assertThat(rig.out.handed).isEqualTo(Rig.ids(0, 3));

        rig.out.write();
        rig.step();

        assertThat(rig.out.handed).isEqualTo(Rig.ids(0, 4));
    }

    @Test
    void theFirstGoesAlone() throws Exception {
        Rig rig = Rig.of(OnFull.WAIT, 10, 3);
        rig.offer(0, 5);
        rig.step();
        assertThat(rig.out.handed).isEqualTo(Rig.ids(0, 1));

        rig.out.write();
        rig.step();

        assertThat(rig.out.handed).isEqualTo(Rig.ids(0, 4));
    }

    @Test
    void whatFailedGoesFirstInItsOrderTheOldestAlone() throws Exception {
        // given two of three have failed
        Rig rig = Rig.of(OnFull.WAIT, 10, 3);
        rig.begin();
        rig.offer(0, 5);
        rig.step();
        rig.out.fail(new TimeoutException("no acknowledgement"));
        rig.out.fail(new TimeoutException("no acknowledgement"));
        rig.rest();
        assertThat(rig.out.handed).as("one is still under way").isEqualTo(Rig.ids(0, 3));
        rig.out.fail(new TimeoutException("no acknowledgement"));
        rig.out.handed.clear();

        // when
        rig.rest();
        assertThat(rig.out.handed).isEqualTo(Rig.ids(0, 1));
        rig.out.write();
        rig.step();

        // then
        assertThat(rig.out.handed).isEqualTo(Rig.ids(0, 4));
        rig.drain();
        assertThat(rig.out.topic).isEqualTo(Rig.ids(0, 5));
    }

    @Test
    void whatFailsAtOnceIsNotOvertaken() throws Exception {
        Rig rig = Rig.of(OnFull.WAIT, 10, 3);
        rig.offer(0, 3);
        rig.out.refuseOnce(new IllegalStateException("the schema Frame was not prepared for writing"));

        rig.step();
        rig.drain();

        assertThat(rig.out.topic).isEqualTo(Rig.ids(0, 3));
        assertThat(rig.said()).containsExactly(
                "frames wait: they cannot be sent: IllegalStateException: the schema Frame was not prepared for writing;"
                        + " they are sent again",
                "frames go on after 1 s");
    }

    @Test
    void whatWasWrittenWithoutAnAcknowledgementIsWrittenTwice() throws Exception {
        Rig rig = Rig.of(OnFull.WAIT, 10, 1);
        rig.offer(0, 2);
        rig.step();
        rig.out.writeAndFail(new TimeoutException("no acknowledgement"));

        rig.drain();

        assertThat(rig.out.topic).containsExactly("f-0", "f-0", "f-1");
        assertThat(rig.published).isEqualTo(Rig.ids(0, 2));
    }

    @Test
    void whatKafkaNeverTakesIsDroppedWithTheReasonAndTheOthersGoOn() throws Exception {
        Rig rig = Rig.of(OnFull.WAIT, 10, 2);
        rig.offer(0, 3);
        rig.step();

        rig.out.fail(new RecordTooLargeException("2048 bytes, at most 1024"));
        rig.drain();

        assertThat(rig.out.topic).isEqualTo(Rig.ids(1, 3));
        assertThat(rig.dropped).isEqualTo(Rig.ids(0, 1));
        assertThat(rig.backlog.status().dropped()).containsEntry(Drop.Cause.REFUSED, 1L);
        assertThat(rig.said()).singleElement().asString().contains("2048 bytes, at most 1024");
    }

    @Test
    void whereSomebodyHasToHelpThePauseIsLongFromTheBeginning() throws Exception {
        Sending sending = new Sending(1, new FullJitter(Duration.ofNanos(1_000), Duration.ofHours(1)));
        Rig rig = Rig.of(new BufferPolicy(OnFull.WAIT, 1 << 20, null), sending);
        rig.offer(0, 1);
        rig.step();
        rig.out.fail(new TimeoutException("no acknowledgement"));
        rig.step();
        rig.rest();
        assertThat(rig.out.handed).as("after a failure that passes").hasSize(2);

        rig.out.fail(new TopicAuthorizationException("not for you"));
        rig.step();
        rig.rest();

        assertThat(rig.out.handed).hasSize(2);
        assertThat(rig.announced.getLast()).isEqualTo(
                new Announcement.Delayed("they cannot be sent: TopicAuthorizationException: not for you", true));
        rig.now = rig.now.plus(Duration.ofHours(1));
        rig.step();
        assertThat(rig.out.handed).hasSize(3);
    }

    @Test
    void aFailureIsSaidOnceUntilFramesGoOn() throws Exception {
        Rig rig = Rig.of(OnFull.WAIT, 10, 1);
        rig.offer(0, 2);
        rig.step();
        for (int i = 0; i < 5; i++) {
            rig.out.fail(new TimeoutException("no acknowledgement"));
            rig.step();
            rig.rest();
        }
        rig.out.write();
        rig.step();
        rig.out.fail(new TimeoutException("no acknowledgement"));

        rig.step();

        assertThat(rig.announced).hasExactlyElementsOfTypes(Announcement.Delayed.class, Announcement.Resumed.class,
                Announcement.Delayed.class);
        assertThat(rig.announced.get(1)).isEqualTo(new Announcement.Resumed(Duration.ofSeconds(5)));
    }

    @Test
    void anOvertakenFrameIsCountedAndSaid() throws Exception {
        Rig rig = Rig.of(OnFull.WAIT, 10, 2);
        rig.begin();
        rig.offer(0, 2);
        rig.step();
        rig.out.fail(new TimeoutException("no acknowledgement"));
        rig.out.write();

        rig.drain();

        assertThat(rig.out.topic).containsExactly("f-1", "f-0");
        assertThat(rig.backlog.status().overtaken()).isEqualTo(1);
        assertThat(rig.said()).anySatisfy(text -> assertThat(text).contains("f-1", "delivery.timeout.ms"));
    }

    @Test
    void afterThatNothingOvertakesTheOthers() throws Exception {
        // given one that failed, one that was written and one that is still under way
        Rig rig = Rig.of(OnFull.WAIT, 10, 3);
        rig.begin();
        rig.offer(0, 5);
        rig.step();
        rig.out.fail(new TimeoutException("no acknowledgement"));
        rig.out.write();
        rig.step();

        // when
        rig.rest();
        assertThat(rig.out.handed).isEqualTo(Rig.ids(0, 3));
        rig.out.fail(new TimeoutException("no acknowledgement"));

        // then
        rig.drain();
        assertThat(rig.out.topic).containsExactly("f-1", "f-0", "f-2", "f-3", "f-4");
    }

    @Test
    void manyDropsAreSaidInFewWords() throws Exception {
        // given
        Rig rig = Rig.of(OnFull.DROP_NEWEST, 1, 1);
        rig.offer(0, 1);
        for (int number = 1; number <= 100; number++) {
            rig.offer(number, number + 1);
            rig.now = rig.now.plusMillis(40);
        }
        assertThat(rig.announced).hasSize(1);

        // when
        rig.now = rig.now.plus(Announcer.EVERY);
        rig.step();

        // then
        assertThat(rig.said()).containsExactly(
                "dropped 1 frame at 2026-01-02T03:04:05Z: there is no room for frames that Kafka has not acknowledged:"
                        + " 2048 of 2048 bytes in memory are taken",
                "dropped 99 frames from 2026-01-02T03:04:05.040Z to 2026-01-02T03:04:08.960Z: there is no room for frames"
                        + " that Kafka has not acknowledged: 2048 of 2048 bytes in memory are taken");
        assertThat(rig.dropped).isEqualTo(Rig.ids(1, 101));
    }
}
