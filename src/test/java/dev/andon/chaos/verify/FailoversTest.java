package dev.andon.chaos.verify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.andon.chaos.Outage;
import dev.andon.chaos.Outage.Kind;
import dev.andon.chaos.verify.Failovers.Times;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailoversTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void takesTheLastPartitionOfEachKill() {
        List<Outage> outages = List.of(outage(Kind.RESTART, 0, true, 60), outage(Kind.RESTART, 100, true, 160),
                outage(Kind.RESTART, 200, true, 260), outage(Kind.TAKEOVER, 300, true, 360));
        Map<Long, List<Integer>> delays = Map.of(0L, List.of(3, 9), 100L, List.of(7, 2), 200L, List.of(8, 8), 300L,
                List.of(20, 1));

        Failovers times = Failovers.of(outages, (partition, after) -> Optional.of(after.plusSeconds(
                delays.getOrDefault(after.getEpochSecond() - START.getEpochSecond(), List.of()).get(partition))));

        assertThat(times).isEqualTo(new Failovers(new Times(3, 0, 8_000, 9_000), new Times(1, 0, 20_000, 20_000)));
    }

    @Test
    void leavesOutWhatWasDisturbed() {
        List<Outage> outages = List.of(outage(Kind.RESTART, 0, false, 60), outage(Kind.TAKEOVER, 100, true, 105));

        Failovers times = Failovers.of(outages, (partition, after) -> Optional.of(after.plusSeconds(10)));

        assertThat(times).isEqualTo(new Failovers(new Times(0, 0, 0, 0), new Times(0, 1, 0, 0)));
    }

    @Test
    void countsAsUnfinishedWhereAPartitionHasNoResult() {
        Failovers times = Failovers.of(List.of(outage(Kind.RESTART, 0, true, 60)),
                (partition, after) -> partition == 0 ? Optional.of(after) : Optional.empty());

        assertThat(times.restart()).isEqualTo(new Times(0, 1, 0, 0));
    }

    private static Outage outage(Kind kind, long killed, boolean undisturbed, long until) {
        return new Outage(kind, "processor-1", START.plusSeconds(killed), Set.of(0, 1), undisturbed,
                START.plusSeconds(until));
    }
}
