package dev.andon.topology.source;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.apache.kafka.common.TopicPartition;

/**
 * How one task reads one partition: which offsets it passes over, and where it stands. Told by the thread of the task,
 * looked at by another one.
 */
public final class Reading implements AutoCloseable {

    /** More gaps than this between two looks are taken together. */
    private static final int MOST_GAPS = 1_000;

    /**
     * Offsets at which no record came.
     *
     * @param from the first one
     * @param to   the offset after the last one
     */
    record Gap(long from, long to) {}

    /**
     * What there is to look at.
     *
     * @param gaps     in the order in which they were met
     * @param standing where it stands, if it has not moved since it was looked at before; empty otherwise
     * @param closed   whether nothing follows
     */
    record State(List<Gap> gaps, OptionalLong standing, boolean closed) {}

    private final TopicPartition partition;

    @GuardedBy("this")
    private final List<Gap> gaps = new ArrayList<>();

    @GuardedBy("this")
    private OptionalLong next;

    @GuardedBy("this")
    private OptionalLong looked;

    @GuardedBy("this")
    private boolean closed;

    /** @param next the offset that is read next; empty if nobody knows */
    Reading(TopicPartition partition, OptionalLong next) {
        this.partition = partition;
        this.next = next;
        this.looked = next;
    }

    TopicPartition partition() {
        return partition;
    }

    /** A record came. */
    public synchronized void at(long offset) {
        if (next.isPresent() && offset > next.getAsLong()) {
            note(new Gap(next.getAsLong(), offset));
        }
        next = OptionalLong.of(offset + 1);
    }

    synchronized State state() {
        OptionalLong standing = !closed && next.equals(looked) ? next : OptionalLong.empty();
        looked = next;
        return new State(List.copyOf(gaps), standing, closed);
    }

    /** The first gaps have been looked at. */
    synchronized void forget(int count) {
        gaps.subList(0, count).clear();
    }

    /** The task has ended. What it passed over is still looked at. */
    @Override
    public synchronized void close() {
        closed = true;
    }

    @GuardedBy("this")
    private void note(Gap gap) {
        if (gaps.size() < MOST_GAPS) {
            gaps.add(gap);
        } else {
            gaps.set(MOST_GAPS - 1, new Gap(gaps.getLast().from(), gap.to()));
        }
    }
}
