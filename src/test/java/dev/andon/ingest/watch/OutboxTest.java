package dev.andon.ingest.watch;

import java.util.List;

import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.EventKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxTest {

    private final Bench bench = new Bench(WatchPolicy.USUAL);
    private final Outbox outbox = new Outbox(3);
    private List<CameraEvent> states;
    private List<CameraEvent> heartbeats;

    @BeforeEach
    void events() {
        states = List.of("1", "2", "3", "4").stream().map(name -> bench.watch.event(EventKind.STATE, name)).toList();
        heartbeats = List.of("5", "6", "7", "8").stream().map(name -> bench.watch.event(EventKind.STATUS, name))
                .toList();
    }

    @Test
    void whereThereIsNoRoomTheOldestHeartbeatGoes() throws InterruptedException {
        outbox.add(heartbeats.get(0));
        outbox.add(states.get(0));
        outbox.add(heartbeats.get(1));

        outbox.add(states.get(1));

        assertThat(outbox.take()).containsExactly(states.get(0), heartbeats.get(1), states.get(1));
        assertThat(outbox.lost()).isEqualTo(1);
    }

    @Test
    void whereThereAreOnlyChangesTheOldestGoes() throws InterruptedException {
        states.forEach(outbox::add);

        assertThat(outbox.take()).containsExactlyElementsOf(states.subList(1, 4));
    }

    @Test
    void whatFailedComesWithTheNextOne() throws InterruptedException {
        outbox.failed(states.get(0));
        outbox.failed(heartbeats.get(0));
        outbox.add(heartbeats.get(1));

        assertThat(outbox.take()).containsExactly(states.get(0), heartbeats.get(1));
        assertThat(outbox.lost()).isEqualTo(1);
    }

    @Test
    void afterTheEndNothingIsTaken() throws InterruptedException {
        outbox.add(states.get(0));
        outbox.close();
        outbox.add(states.get(1));

        assertThat(outbox.take()).containsExactly(states.get(0));
        assertThat(outbox.take()).isEmpty();
        assertThat(outbox.lost()).isEqualTo(1);
    }
}
