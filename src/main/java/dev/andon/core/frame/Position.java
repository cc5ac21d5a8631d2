package dev.andon.core.frame;

/**
 * Where a frame stands in its topic: its identity for as long as the topic lives.
 *
 * @param offset at least 0
 */
public record Position(String topic, int partition, long offset) {

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
