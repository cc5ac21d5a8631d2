package dev.andon.topology.inspect;

import java.nio.file.Path;
import java.util.OptionalLong;

import dev.andon.core.frame.Frame;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that ends in order while frames are in flight: none of them has ended a process. */
class EndingTest {

    private static final Frame FIRST = TestFrames.frame("line-1", "first", 10);
    private static final Frame SECOND = TestFrames.frame("line-1", "second", 20);

    @TempDir
    Path directory;

    private Lives lives;

    @BeforeEach
    void start() {
        lives = new Lives(directory);
        lives.bench.end = OptionalLong.of(100);
        lives.next("a");
        lives.bench.workers.hold();
    }

    @AfterEach
    void stop() {
        lives.close();
    }

    @Test
    void anAttemptIsWithdrawnWhoseWorkWasInterrupted() {
        lives.process(100, FIRST);

        announce();
        assertAttempts(1);
        assertThat(lives.ending.isPrepared()).as("prepared while work goes on").isFalse();
        lives.runWaiting();
        lives.tick();

        assertAttempts(0);
        assertThat(lives.ending.isPrepared()).isTrue();
        assertThat(lives.decisions()).as("what interrupted work found").isEmpty();
    }

    @Test
    void anAttemptStaysWhoseWorkDoesNotLetItselfBeInterrupted() {
        lives.process(100, FIRST);

        announce();
        lives.tick();

        assertAttempts(1);
        assertThat(lives.ending.isPrepared()).isFalse();
    }

    @Test
    void anAttemptIsWithdrawnThatStillWaitedForACommit() {
        lives.process(0, FIRST);

        announce();

        assertAttempts(0);
        assertThat(lives.ending.isPrepared()).isTrue();
        lives.commit();
        lives.tick();
        assertThat(lives.bench.workers.size()).as("work that begins nevertheless").isZero();
    }

    @Test
    void anAttemptIsWithdrawnWhoseDecisionWaitsForItsTurn() {
        lives.process(100, FIRST);
        lives.process(101, SECOND);
        lives.bench.workers.runNewest();
        lives.tick();
        assertAttempts(1, 1);

        announce();

        assertAttempts(1, 0);
    }

    @Test
    void samplesAreKeptThatHaveJustCome() {
        lives.policy(TestPolicies.fixed("line-1", 1, "some-model", 0.25));
        lives.process(100, FIRST);
        lives.process(101, SECOND);
        lives.bench.workers.runNewest();
        lives.tick();
        assertThat(lives.ledger()).extracting(entry -> entry.samples().size()).containsExactly(0, 0);

        announce();

        assertThat(lives.ledger()).extracting(entry -> entry.samples().size()).containsExactly(0, 5);
    }

    @Test
    void nothingBeginsAnyMore() {
        lives.ending.announce();

        lives.process(100, FIRST);
        lives.tick();

        assertThat(lives.bench.workers.size()).isZero();
        assertAttempts(0);
        assertThat(lives.ending.isPrepared()).isTrue();
    }

    @Test
    void aFrameIsReadAgainForNobody() {
        lives.process(100, FIRST);
        lives.bench.rereads(Lives.found(lives.bench, FIRST));
        lives.next("b");
        lives.tick();
        assertThat(lives.bench.workers.size()).as("the end of the topic, and the frame").isEqualTo(2);

        lives.ending.announce();
        lives.runWaiting();
        lives.tick();
        lives.commit();
        lives.tick();

        assertThat(lives.bench.workers.size()).as("work on it").isZero();
        assertAttempts(1);
        assertThat(lives.ending.isPrepared()).isTrue();
    }

    @Test
    void aTaskWithoutFramesIsPreparedAndOneThatIsClosedIsNotWaitedFor() {
        assertThat(lives.ending.isPrepared()).isTrue();
        lives.process(100, FIRST);
        Ending ending = lives.ending;
        assertThat(ending.isPrepared()).isFalse();

        lives.next("b");

        assertThat(ending.isPrepared()).isTrue();
    }

    private void announce() {
        lives.ending.announce();
        lives.tick();
    }

    private void assertAttempts(Integer... counts) {
        assertThat(lives.ledger()).extracting(entry -> entry.attempts().count()).containsExactly(counts);
    }
}
