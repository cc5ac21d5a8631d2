package dev.andon.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.andon.avro.Codec;
import dev.andon.avro.Decoding;
import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.CameraState;
import dev.andon.core.camera.CameraStatus;
import dev.andon.core.camera.EventKind;
import dev.andon.core.frame.LineId;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NewestByCameraTest {

    private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");

    private final Known known = new Known();
    private final NewestByCamera newest = new NewestByCamera(known, null);

    @Test
    void theNewestByItsOwnTimeCounts() {
        newest.take(known.record("l-1", "cam-1", CameraState.ONLINE, 10));
        newest.take(known.record("l-1", "cam-2", CameraState.ONLINE, 11));
        newest.take(known.record("l-1", "cam-1", CameraState.OFFLINE, 12));
        newest.take(known.record("l-1", "cam-1", CameraState.DEGRADED, 9));

        assertThat(newest.events()).extracting(CameraEvent::state).containsExactly(CameraState.OFFLINE,
                CameraState.ONLINE);
    }

    @Test
    void aCameraThatWasRemovedIsNotShown() {
        newest.take(known.record("l-1", "cam-1", CameraState.ONLINE, 10));
        newest.take(known.record("l-1", "cam-1", CameraState.REMOVED, 11));

        assertThat(newest.events()).isEmpty();
    }

    @Test
    void otherLinesAreNotLookedAt() {
        NewestByCamera ofLine = new NewestByCamera(known, "l-2");
        ofLine.take(known.record("l-1", "cam-1", CameraState.ONLINE, 10));
        ofLine.take(known.record("l-2", "cam-1", CameraState.OFFLINE, 10));
        ofLine.take(new ConsumerRecord<>("camera-events", 0, 0, null, new byte[0]));

        assertThat(ofLine.events()).extracting(CameraEvent::state).containsExactly(CameraState.OFFLINE);
        assertThat(ofLine.unreadable()).isZero();
    }

    @Test
    void whatCannotBeReadIsCounted() {
        newest.take(new ConsumerRecord<>("camera-events", 0, 0, new byte[0], "no event".getBytes(
                StandardCharsets.UTF_8)));

        assertThat(newest.events()).isEmpty();
        assertThat(newest.unreadable()).isEqualTo(1);
    }

    /** Reads the events that it has given bytes to. */
    private static final class Known implements Codec<CameraEvent> {

        private final Map<String, CameraEvent> events = new HashMap<>();

        ConsumerRecord<byte[], byte[]> record(String line, String camera, CameraState state, int second) {
            CameraEvent event = new CameraEvent(camera, new LineId(line), null, AT.plusSeconds(second),
                    EventKind.STATUS,
                    state, AT, List.of(), "",
                    new CameraStatus(0, null, new CameraStatus.Counts(AT, 0, 0, 0, 0, 0, 0),
                            new CameraStatus.Waiting(0, 0, null), CameraStatus.Quality.NONE));
            return new ConsumerRecord<>("camera-events", 0, 0, line.getBytes(StandardCharsets.UTF_8), encode(event));
        }

        @Override
        public Decoding<CameraEvent> decode(byte @Nullable [] bytes) {
            CameraEvent event = bytes == null ? null : events.get(new String(bytes, StandardCharsets.UTF_8));
            return event == null ? new Decoding.Undecodable<>("", "no event", "") : new Decoding.Decoded<>(event);
        }

        @Override
        public byte[] encode(CameraEvent value) {
            String name = "event " + events.size();
            events.put(name, value);
            return name.getBytes(StandardCharsets.UTF_8);
        }
    }
}
