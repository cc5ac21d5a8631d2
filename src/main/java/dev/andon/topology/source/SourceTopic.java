package dev.andon.topology.source;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A topic that is read, as the cluster has it now.
 *
 * @param id         of this topic alone: one of the same name that is made later has another
 * @param partitions how far it was read, by number
 */
public record SourceTopic(String name, String id, Map<Integer, Reading> partitions) {

    public SourceTopic {
        partitions = Map.copyOf(partitions);
    }

    /**
     * How far a partition was read.
     *
     * @param committed where reading goes on; null where nothing was read, or the cluster has forgotten it
     * @param start     the first offset that is kept
     * @param end       the offset after the last one
     */
    public record Reading(@Nullable Long committed, long start, long end) {

        /** Whether reading would pass over something that is kept. */
        boolean skips() {
            return committed != null && committed > start && committed <= end;
        }

        boolean isPastTheEnd() {
            return committed != null && committed > end;
        }
    }

    boolean skips() {
        return partitions.values().stream().anyMatch(Reading::skips);
    }

    boolean isPastTheEnd() {
        return partitions.values().stream().anyMatch(Reading::isPastTheEnd);
    }
}
