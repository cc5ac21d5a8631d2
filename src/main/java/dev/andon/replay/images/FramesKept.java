package dev.andon.replay.images;

import java.util.Map;

import dev.andon.core.frame.Position;

/**
 * What a topic of frames still holds.
 *
 * @param spans by partition
 */
public record FramesKept(String topic, Map<Integer, Span> spans) {

    public FramesKept {
        spans = Map.copyOf(spans);
    }

    /**
     * Offsets of a partition.
     *
     * @param start inclusive
     * @param end   exclusive
     */
    public record Span(long start, long end) {

        boolean holds(long offset) {
            return offset >= start && offset < end;
        }
    }

    /** Whether the frame at a position has not expired; only its digest tells whether the topic was made anew. */
    boolean holds(Position position) {
        Span span = spans.get(position.partition());
        return position.topic().equals(topic) && span != null && span.holds(position.offset());
    }
}
