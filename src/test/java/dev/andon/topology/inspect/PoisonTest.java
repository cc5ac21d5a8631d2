package dev.andon.topology.inspect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Frame;
import dev.andon.fixture.TestFrames;
import dev.andon.topology.source.FrameSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames that end the process that works on them. A frame without a policy is held without samples: work enough. */
class PoisonTest {

    private static final Frame POISON = TestFrames.frame("line-1", "poison", 10);
    private static final Frame INNOCENT = TestFrames.frame("line-2", "innocent", 20);

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
    void workOnAFrameThatWasThereBeforeTheTaskBeginsAfterACommit() {
        lives.process(0, POISON);
        lives.tick();
        assertThat(lives.bench.workers.size()).as("work that begins before its attempt is committed").isZero();
        assertThat(lives.asksForCommit()).isTrue();

        lives.commit();
        lives.tick();

        assertThat(lives.bench.workers.size()).isEqualTo(1);
        assertThat(lives.ledger()).extracting(entry -> entry.attempts().count()).containsExactly(1);
    }

    @Test
    void workOnALaterFrameBeginsAtOnce() {
        lives.process(100, POISON);

        assertThat(lives.bench.workers.size()).isEqualTo(1);
        assertThat(lives.asksForCommit()).isFalse();
        assertThat(lives.ledger()).extracting(entry -> entry.attempts().count()).containsExactly(1);
    }

    @Test
    void nothingBeginsBeforeACommitWhileNobodySaysHowFarTheTopicReached() {
        // given
        lives.bench.end = OptionalLong.empty();
        lives.next("b");
        lives.runWaiting();

        // when
        lives.process(100, POISON);
        lives.tick();
        boolean waited = lives.bench.workers.size() == 0;
        lives.bench.end = OptionalLong.of(100);
        lives.bench.pass(Duration.ofSeconds(2));
        lives.tick();
        lives.runWaiting();
        lives.process(101, INNOCENT);

        // then
        assertThat(waited).isTrue();
        assertThat(lives.bench.workers.size()).as("work on the frame that came after the answer").isEqualTo(1);
    }

    @Test
    void aFrameThatEndsTheProcessEachTimeIsHeldUntouched() {
        // given
        lives.process(0, POISON);
        beginWork();
        lives.bench.rereads(Lives.found(lives.bench, POISON));
        dieAndWork("b");
        dieAndWork("c");
        assertThat(lives.ledger()).extracting(entry -> entry.attempts().count()).containsExactly(3);

        // when
        dieAndWork("d");

        // then
        assertThat(lives.bench.workers.size()).as("work").isZero();
        assertThat(lives.ledger()).isEmpty();
        assertThat(lives.decisions()).singleElement().satisfies(held -> {
            assertThat(held.decision().reason()).isEqualTo(Reason.POISON_FRAME);
            assertThat(held.frame().frameId()).hasToString("poison");
            assertThat(held.imageBytes()).isNull();
            assertThat(held.lineSequence()).isEqualTo(1);
        });
    }

    @Test
    void theLastAttemptIsMadeAlone() {
        // given two frames that were under way at two deaths
        lives.process(0, POISON);
        lives.process(1, INNOCENT);
        beginWork();
        lives.bench.rereads(() -> new FrameSource.Read.Failed("not now"));
        readsInOrder();
        dieAndWork("b");
        assertThat(lives.bench.workers.size()).as("both together").isEqualTo(2);

        // when
        readsInOrder();
        dieAndWork("c");

        // then
        assertThat(lives.bench.workers.size()).as("one alone").isEqualTo(1);
        assertThat(lives.ledger()).extracting(entry -> entry.attempts().count()).containsExactly(3, 2);

        // and when it dies again, the other one is tried and decided
        readsInOrder();
        dieAndWork("d");
        finish();
        assertThat(lives.decisions()).extracting(d -> d.decision().reason())
                .containsExactly(Reason.POISON_FRAME, Reason.NO_POLICY);
    }

    @Test
    void othersWaitForTheLastAttemptOfASuspect() {
        // given
        lives.process(0, POISON);
        beginWork();
        lives.bench.rereads(Lives.found(lives.bench, POISON));
        dieAndWork("b");
        dieAndWork("c");

        // when
        lives.process(100, INNOCENT);
        lives.tick();

        // then
        assertThat(lives.bench.workers.size()).as("the suspect alone").isEqualTo(1);
        lives.bench.rereads(Lives.found(lives.bench, INNOCENT));
        finish();
        assertThat(lives.decisions()).extracting(d -> d.decision().reason())
                .containsExactly(Reason.NO_POLICY, Reason.NO_POLICY);
        assertThat(lives.bench.window.items()).isZero();
    }

    @Test
    void aTaskThatComesBackToItsProcessHasNotSeenADeath() {
        lives.process(0, POISON);
        beginWork();
        lives.bench.rereads(Lives.found(lives.bench, POISON));

        for (int i = 0; i < 5; i++) {
            dieAndWork("a");
        }

        assertThat(lives.ledger()).extracting(entry -> entry.attempts().count()).containsExactly(1);
    }

    private void beginWork() {
        lives.tick();
        lives.commit();
        lives.tick();
    }

    private void dieAndWork(String process) {
        lives.next(process);
        lives.runWaiting();
        lives.tick();
        lives.runWaiting();
        beginWork();
    }

    private void finish() {
        for (int i = 0; i < 10; i++) {
            lives.runWaiting();
            lives.tick();
            lives.commit();
        }
    }

    /** The first read brings the one, the second the other. */
    private void readsInOrder() {
        Frame[] next = {POISON, INNOCENT};
        int[] reads = {0};
        lives.bench.rereads(() -> Lives.found(lives.bench, next[reads[0]++]));
    }
}
