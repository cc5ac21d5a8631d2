package dev.andon.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.andon.core.camera.CameraState;
import dev.andon.core.sampling.ServerState;
import dev.andon.ingest.cameras.CameraLog;
import dev.andon.ops.Condition;
import org.apache.kafka.streams.KafkaStreams.State;
import org.jspecify.annotations.Nullable;

/** How the states of the parts look to those who run the program. */
final class Conditions {

    private Conditions() {}

    /**
     * Down where only a restart helps.
     *
     * @param state     null before it has started
     * @param incurable why it cannot go on, where it said so
     */
    static Condition life(@Nullable State state, @Nullable String incurable) {
        boolean ended = state == State.ERROR || (state != null && state.hasCompletedShutdown());
        return ended ? Condition.down(incurable == null ? said(state) : incurable) : Condition.up(said(state));
    }

    /**
     * Down unless frames are worked on, or will be as soon as partitions have been assigned.
     *
     * @param state null before it has started
     * @param cause why it cannot start or go on, where that is known
     */
    static Condition stream(@Nullable State state, @Nullable String cause) {
        return switch (state) {
            case RUNNING -> Condition.up(said(state));
            case REBALANCING -> Condition.degraded(said(state));
            case null, default -> Condition.down(cause == null ? said(state) : cause);
        };
    }

    /**
     * Never down: an outage of a model is no reason to send nothing here, or to restart. Degraded while any of its
     * servers fails.
     *
     * @param servers at least one
     */
    static Condition servers(Map<String, ServerState> servers) {
        boolean up = servers.values().stream().allMatch(ServerState::isAvailable);
        String said = servers.size() == 1
                ? servers.values().iterator().next().describe()
                : servers.entrySet().stream().map(server -> server.getKey() + ": " + server.getValue().describe())
                        .collect(Collectors.joining("; "));
        return up ? Condition.up(said) : Condition.degraded(said);
    }

    /**
     * Down while frames may have to wait for it.
     *
     * @param away why it does not answer; null where it does, or is not needed
     */
    static Condition registry(@Nullable String away) {
        return away == null ? Condition.up("not missed") : Condition.down(away);
    }

    /** Never down: what expired is gone, and the rest is worked on. */
    static Condition source(Optional<String> expired) {
        return expired.map(Condition::degraded).orElse(Condition.up("nothing expired unread lately"));
    }

    /** Never down: a camera that is away is no reason to restart the others. */
    static Condition cameras(List<CameraLog> cameras) {
        List<String> troubled = cameras.stream()
                .filter(camera -> camera.state() == CameraState.OFFLINE || camera.state() == CameraState.DEGRADED)
                .map(camera -> camera.camera() + " " + camera.state().label()).toList();
        return troubled.isEmpty()
                ? Condition.up(cameras.size() + " cameras")
                : Condition.degraded(String.join(", ", troubled));
    }

    private static String said(@Nullable State state) {
        return state == null ? "not started yet" : state.name();
    }
}
