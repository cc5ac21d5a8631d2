package dev.andon.replay.reask;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.andon.core.frame.Position;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far a copy has come, on every partition of {@code accepted} and {@code human-review}. One thread. */
public final class Cursors {

    private final Map<TopicPartition, Cursor> cursors;

    private Cursors(Map<TopicPartition, Cursor> cursors) {
        this.cursors = new HashMap<>(cursors);
    }

    /**
     * Of a replay that begins.
     *
     * @param ends  of the topics now
     * @param begun digest of what is asked for
     */
    public static Cursors atStart(Map<TopicPartition, Long> ends, String begun) {
        return new Cursors(ends.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                end -> Cursor.atStart(end.getValue(), begun))));
    }

    /** Of one that goes on; empty where nothing was committed. */
    public static Cursors of(Map<TopicPartition, OffsetAndMetadata> committed) {
        Map<TopicPartition, Cursor> cursors = new HashMap<>();
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                Cursor.of(offset).ifPresent(cursor -> cursors.put(partition, cursor));
            }
        });
        return new Cursors(cursors);
    }

    public boolean isEmpty() {
        return cursors.isEmpty();
    }

    /** Whether the replay began with other options than these. */
    public boolean beganOtherwise(String begun) {
        return cursors.values().stream().anyMatch(cursor -> !cursor.begun().equals(begun));
    }

    public long copied() {
        return cursors.values().stream().mapToLong(Cursor::copied).sum();
    }

    /** Whether a record belongs to the replay, copied or not. */
    public boolean includes(Position position) {
        Cursor cursor = cursors.get(partition(position));
        return cursor != null && position.offset() < cursor.until();
    }

    /** Whether it is still to be copied. */
    public boolean covers(Position position) {
        Cursor cursor = cursors.get(partition(position));
        return cursor != null && cursor.covers(position.offset());
    }

    void pass(Position position, boolean copied) {
        TopicPartition partition = partition(position);
        cursors.put(partition, Objects.requireNonNull(cursors.get(partition)).past(position.offset(), copied));
    }

    /** As they are committed. */
    public Map<TopicPartition, OffsetAndMetadata> committed() {
        return cursors.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, cursor -> cursor.getValue().committed()));
    }

    private static TopicPartition partition(Position position) {
        return new TopicPartition(position.topic(), position.partition());
    }
}
