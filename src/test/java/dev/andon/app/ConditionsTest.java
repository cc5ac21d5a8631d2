package dev.andon.app;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.andon.core.sampling.ServerState;
import dev.andon.core.sampling.ServerState.Condition;
import dev.andon.ops.Condition.Level;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConditionsTest {

    @ParameterizedTest
    @CsvSource({"CREATED, UP, DOWN", "REBALANCING, UP, DEGRADED", "RUNNING, UP, UP", "PENDING_SHUTDOWN, UP, DOWN",
        "PENDING_ERROR, UP, DOWN", "ERROR, DOWN, DOWN", "NOT_RUNNING, DOWN, DOWN"})
    void aStreamLivesUntilItHasEndedAndWorksWhileItRuns(State state, Level life, Level work) {
        assertThat(Conditions.life(state, null)).isEqualTo(new dev.andon.ops.Condition(life, state.name()));
        assertThat(Conditions.stream(state, null)).isEqualTo(new dev.andon.ops.Condition(work, state.name()));
    }

    @Test
    void aStreamThatHasNotStartedLivesAndDoesNotWork() {
        assertThat(Conditions.life(null, null).level()).isEqualTo(Level.UP);
        assertThat(Conditions.stream(null, null).level()).isEqualTo(Level.DOWN);
        assertThat(Conditions.stream(null, "waiting for Kafka")).isEqualTo(
                dev.andon.ops.Condition.down("waiting for Kafka"));
    }

    @Test
    void aStreamThatCannotGoOnSaysWhy() {
        assertThat(Conditions.life(State.ERROR, "state of a newer version").detail()).contains("newer version");
        assertThat(Conditions.stream(State.ERROR, "state of a newer version").detail()).contains("newer version");
    }

    @ParameterizedTest
    @EnumSource(value = Condition.class, mode = EnumSource.Mode.EXCLUDE, names = "AVAILABLE")
    void aModelThatFailsDoesNotTakeTheProgramDown(Condition condition) {
        ServerState failing = new ServerState(condition, Instant.EPOCH, "HTTP 503", Instant.EPOCH, Instant.MIN);

        assertThat(Conditions.servers(Map.of("gpu-1:8000", failing)))
                .isEqualTo(dev.andon.ops.Condition.degraded(failing.describe()));
        assertThat(Conditions.servers(Map.of("gpu-1:8000", ServerState.UNKNOWN)).level()).isEqualTo(Level.UP);
    }

    @Test
    void aServerThatFailsBesideOthersIsNamed() {
        Map<String, ServerState> servers = new TreeMap<>();
        servers.put("gpu-1:8000", ServerState.UNKNOWN);
        servers.put("gpu-2:8000",
                new ServerState(Condition.RESTING, Instant.EPOCH, "HTTP 503", Instant.EPOCH, Instant.MIN));

        assertThat(Conditions.servers(servers)).isEqualTo(dev.andon.ops.Condition.degraded(
                "gpu-1:8000: available; gpu-2:8000: failing since 1970-01-01T00:00:00Z, last: HTTP 503"));
    }

    @Test
    void aRegistryThatIsMissedTakesItDown() {
        assertThat(Conditions.registry("no route")).isEqualTo(dev.andon.ops.Condition.down("no route"));
        assertThat(Conditions.registry(null).level()).isEqualTo(Level.UP);
    }

    @Test
    void framesThatExpiredAreSeenButDoNotTakeItDown() {
        assertThat(Conditions.source(Optional.of("lost 3 offsets")))
                .isEqualTo(dev.andon.ops.Condition.degraded("lost 3 offsets"));
        assertThat(Conditions.source(Optional.empty()).level()).isEqualTo(Level.UP);
    }
}
