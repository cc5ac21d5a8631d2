package dev.andon.topology.inspect;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Frame;
import dev.andon.core.sampling.ServerState;
import dev.andon.core.sampling.ServerState.Condition;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.topology.source.FrameSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The process ends while the model's server is away. */
class OutageRestartTest {

    private static final Frame BARE = TestFrames.frame("line-1", "bare", 10);
    private static final Frame SAMPLED = TestFrames.frame("line-1", "sampled", 20);

    @TempDir
    Path directory;

    private Lives lives;

    @BeforeEach
    void oneFrameHasItsSamplesAndWaitsForTheOneBeforeIt() {
        lives = new Lives(directory);
        lives.bench.workers.hold();
        lives.policy(TestPolicies.fixed("line-1", 1, "some-model", 0.25));
        lives.runWaiting();
        lives.process(100, BARE);
        lives.process(101, SAMPLED);
        settle();
        lives.bench.workers.runNewest();
        lives.bench.sleep(Duration.ofSeconds(1));
        lives.tick();
        assertThat(lives.ledger()).extracting(entry -> entry.samples().size()).containsExactly(0, 5);
    }

    @AfterEach
    void stop() {
        lives.close();
    }

    @Test
    void aFrameWithEnoughSamplesIsDecidedOnThem() {
        // given
        lives.bench.sampler.server(new ServerState(Condition.RESTING, Instant.EPOCH, "refused", Instant.EPOCH,
                Instant.EPOCH));
        Deque<FrameSource.Read> reads = new ArrayDeque<>(
                List.of(Lives.found(lives.bench, BARE), Lives.found(lives.bench, SAMPLED)));
        lives.bench.rereads(reads::remove);
        int asked = lives.bench.sampler.calls();

        // when
        lives.next("another");
        settle();
        assertThat(lives.decisions()).isEmpty();
        lives.bench.pass(Duration.ofSeconds(31));
        for (int i = 0; i < 6; i++) {
            settle();
            lives.runWaiting();
        }

        // then
        assertThat(lives.decisions()).extracting(i -> i.decision().reason())
                .containsExactly(Reason.VLM_UNAVAILABLE, null);
        assertThat(lives.bench.sampler.calls()).isEqualTo(asked);
        assertThat(lives.ledger()).isEmpty();
    }

    private void settle() {
        lives.commit();
        lives.tick();
    }
}
