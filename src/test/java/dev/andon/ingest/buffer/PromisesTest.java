package dev.andon.ingest.buffer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import dev.andon.core.frame.Frame;
import dev.andon.ingest.buffer.BufferPolicy.OnFull;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds whatever happens in whatever order: frames stand in the topic in their order, none is lost that was not counted
 * as dropped, none that found no room stands there (but for those that an earlier run may have sent), and the bounds are kept.
 */
class PromisesTest {

    private static final int RUNS = Integer.getInteger("andon.buffer.runs", 100);
    private static final int LARGEST = 3_000;

    @TempDir
    Path directory;

    private Random random = new Random();
    private ScriptedOut out = new ScriptedOut();
    private final List<Frame> frames = new ArrayList<>();
    private final Set<String> dropped = new HashSet<>();
    private final Set<String> full = new HashSet<>();
    private long killed;
    private BufferPolicy policy = new BufferPolicy(OnFull.WAIT, 1, null);
    private int inFlight;
    private int runs;
    private @Nullable Offering waiting;

    static IntStream seeds() {
        return IntStream.range(0, RUNS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void promises(int seed) throws Exception {
        // given
        random = new Random(seed);
        inFlight = random.nextBoolean() ? 1 : 3;
        OnFull onFull = List.of(OnFull.values()).get(random.nextInt(OnFull.values().length));
        int memory = random.nextInt(1, 20_000);
        boolean disk = random.nextBoolean();
        policy = policy(onFull, memory, disk ? random.nextInt(memory, 60_000) : 0);
        Rig rig = rig();

        // when
        for (int i = 0; i < 400; i++) {
            rig = act(rig, random.nextInt(100));
            check(rig);
        }
        out.refuseToTalk(null);
        do {
            rig.drain();
        } while (waits());
        rig.drain();
        end(rig);

        // then
        List<String> topic = List.copyOf(new LinkedHashSet<>(out.topic));
        Set<String> written = Set.copyOf(topic);
        assertThat(topic).as("in order").isEqualTo(ids().stream().filter(written::contains).toList());
        assertThat(full).as("what found no room was never sent").doesNotContainAnyElementsOf(written);
        List<String> missing = ids().stream().filter(id -> !written.contains(id) && !dropped.contains(id)).toList();
        assertThat(missing).as("lost without a word").hasSizeLessThanOrEqualTo((int) killed);
        if (onFull == OnFull.WAIT) {
            assertThat(full).isEmpty();
        }
    }

    private Rig act(Rig rig, int dice) throws Exception {
        if (dice < 40) {
            offer(rig);
        } else if (dice < 55) {
            rig.step();
        } else if (dice < 75) {
            if (out.underWay() > 0) {
                out.write();
            }
        } else if (dice < 80) {
            fail();
        } else if (dice < 82) {
            if (out.underWay() > 0 && !out.topic.contains(out.oldest())) {
                out.fail(new RecordTooLargeException("too large"));
            }
        } else if (dice < 86) {
            out.refuseToTalk(random.nextBoolean() ? new IllegalStateException("the registry is away") : null);
        } else if (dice < 97) {
            rig.now = rig.now.plusMillis(random.nextInt(2_000));
        } else if (policy.spool() != null) {
            return dice < 98 ? killed(rig) : reopened(rig);
        }
        return rig;
    }

    private void offer(Rig rig) throws InterruptedException {
        if (waits()) {
            return;
        }
        Frame frame = Rig.frame(frames.size(), random.nextInt(LARGEST));
        frames.add(frame);
        if (policy.onFull() == OnFull.WAIT) {
            waiting = Offering.of(rig, frame);
        } else {
            boolean _ = rig.offer(frame);
        }
    }

    private boolean waits() {
        return waiting != null && waiting.waits();
    }

    /** All that is under way, as a producer fails that keeps the order; some were written nevertheless. */
    private void fail() {
        int written = random.nextInt(inFlight + 1);
        while (out.underWay() > 0) {
            if (written-- > 0) {
                out.writeAndFail(new TimeoutException("no acknowledgement"));
            } else {
                out.fail(new TimeoutException("no acknowledgement"));
            }
        }
    }

    private Rig reopened(Rig rig) throws Exception {
        end(rig);
        return rig();
    }

    private Rig killed(Rig rig) throws Exception {
        int offering = waits() ? 1 : 0;
        BufferStatus status = rig.backlog.status();
        Path left = directory.resolve("run-" + runs);
        policy = policy(policy.onFull(), policy.maxBytes(), policy.spool() == null ? 0 : policy.spool().maxBytes());
        Spools.copy(left, directory.resolve("run-" + runs));
        killed += status.waiting() - status.spooledFrames() + offering;
        collect(rig);
        rig.backlog.close();
        boolean _ = waits();
        fail();
        return rig();
    }

    private void end(Rig rig) {
        rig.announcer.offered(rig.backlog.close());
        boolean _ = waits();
        fail();
        check(rig);
        collect(rig);
    }

    private void collect(Rig rig) {
        dropped.addAll(rig.dropped);
        full.addAll(rig.backlog.status().found() == 0 ? rig.full : List.of());
        assertThat(rig.backlog.status().dropped().values().stream().mapToLong(Long::longValue).sum())
                .as("each that is counted was told").isGreaterThanOrEqualTo(rig.dropped.size());
    }

    private Rig rig() throws Exception {
        return Rig.of(policy, inFlight, out);
    }

    private BufferPolicy policy(OnFull onFull, long memory, long disk) {
        return new BufferPolicy(onFull, memory, disk == 0
                ? null
                : new BufferPolicy.Spool(directory.resolve("run-" + ++runs), disk));
    }

    private void check(Rig rig) {
        BufferStatus status = rig.backlog.status();
        long gone = status.dropped().values().stream().mapToLong(Long::longValue).sum();
        assertThat(status.offered() + status.found()).as("%s", status)
                .isEqualTo(status.published() + gone + status.damaged() + status.waiting());
        int one = LARGEST + 8_000;
        assertThat(status.memoryBytes()).isBetween(0L, policy.maxBytes() + one);
        assertThat(status.spooledBytes()).isBetween(0L, policy.spool() == null ? 0 : policy.spool().maxBytes());
        assertThat(status.overtaken()).isZero();
    }

    private List<String> ids() {
        return Rig.ids(0, frames.size());
    }
}
