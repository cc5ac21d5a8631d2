package dev.andon.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.andon.avro.Codec;
import dev.andon.avro.Decoding;
import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.CameraState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The newest event of each camera. One thread. */
final class NewestByCamera {

    private final Codec<CameraEvent> codec;
    private final @Nullable String line;
    private final Map<String, CameraEvent> events = new TreeMap<>();
    private int unreadable;

    /** @param line that is looked at; null for all */
    NewestByCamera(Codec<CameraEvent> codec, @Nullable String line) {
        this.codec = codec;
        this.line = line;
    }

    /** The next record of the topic. */
    void take(ConsumerRecord<byte[], byte[]> record) {
        if (line != null && (record.key() == null
                || !line.equals(new String(record.key(), StandardCharsets.UTF_8)))) {
            return;
        }
        switch (codec.decode(record.value())) {
            case Decoding.Decoded<CameraEvent>(CameraEvent event) -> take(event);
            case Decoding.Undecodable<CameraEvent> _ -> unreadable++;
            case Decoding.RegistryAway<CameraEvent>(String detail) -> throw Registry.away(detail);
        }
    }

    /** A change of state that was written late may come after newer events. */
    private void take(CameraEvent event) {
        events.merge(event.line() + "\0" + event.cameraId(), event,
                (known, next) -> next.at().isBefore(known.at()) ? known : next);
    }

    /** Of the cameras that were not removed, by line and name. */
    List<CameraEvent> events() {
        return events.values().stream().filter(event -> event.state() != CameraState.REMOVED).toList();
    }

    /** Records that are no events. */
    int unreadable() {
        return unreadable;
    }
}
