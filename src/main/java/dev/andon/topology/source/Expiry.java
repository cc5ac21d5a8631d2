package dev.andon.topology.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds records that their topic deleted before they were read, while they are passed over: a consumer whose next record
 * is gone goes on at the first one that is kept, and says nothing. Any thread.
 *
 * <p>Offsets without a record are no sign by themselves, since transactions leave such behind. What tells is that the
 * partition begins behind where it was read to. So what lies between both counts, once a task has passed over it, or
 * stands before it from one look to the next. The offsets of markers that were deleted with records count, too: the
 * figure is an upper bound.
 */
public final class Expiry {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    /** For so long a loss shows in health. */
    private static final Duration SHOWN = Duration.ofHours(1);

    private record Loss(String description, Instant told) {}

    private final SourceOffsets offsets;
    private final String frames;
    private final Recorder recorder;
    private final InstantSource clock;
    private final Set<Reading> readings = ConcurrentHashMap.newKeySet();

    /** Up to where each partition's losses were told. */
    @GuardedBy("this")
    private final Map<TopicPartition, Long> told = new HashMap<>();

    private volatile @Nullable Loss last;

    /** @param frames the topic whose losses are counted; those of others are only logged */
    public Expiry(SourceOffsets offsets, String frames, Recorder recorder, InstantSource clock) {
        this.offsets = offsets;
        this.frames = frames;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** A task begins to read a partition. Blocks until it is known from where. */
    public Reading open(String topic, int partition) {
        TopicPartition at = new TopicPartition(topic, partition);
        Reading reading = new Reading(at, committed(at));
        readings.add(reading);
        return reading;
    }

    /**
     * Tells what was lost since the last look.
     *
     * @throws KafkaException if the topics cannot be looked at now; the next look will find the same
     */
    public synchronized void look() throws InterruptedException {
        Map<Reading, Reading.State> states = new LinkedHashMap<>();
        readings.forEach(reading -> states.put(reading, reading.state()));
        Map<TopicPartition, Long> starts = starts(states.keySet().stream().map(Reading::partition).toList());
        for (Map.Entry<Reading, Reading.State> one : states.entrySet()) {
            Reading reading = one.getKey();
            judge(reading.partition(), one.getValue(), starts.getOrDefault(reading.partition(), 0L));
            reading.forget(one.getValue().gaps().size());
            if (one.getValue().closed()) {
                readings.remove(reading);
            }
        }
    }

    /** What was lost last, if that is not long ago. */
    public Optional<String> lately() {
        Loss loss = last;
        return loss == null || loss.told().plus(SHOWN).isBefore(clock.instant())
                ? Optional.empty()
                : Optional.of(loss.description());
    }

    private OptionalLong committed(TopicPartition at) {
        try {
            return offsets.committed(at);
        } catch (KafkaException e) {
            LOG.warn("records of {} that expired before its first one that comes now cannot be told: {}", at,
                    e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return OptionalLong.empty();
    }

    private Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions) throws InterruptedException {
        return partitions.isEmpty() ? Map.of() : offsets.starts(partitions);
    }

    @GuardedBy("this")
    private void judge(TopicPartition partition, Reading.State state, long start) {
        for (Reading.Gap gap : state.gaps()) {
            lost(partition, gap.from(), Math.min(gap.to(), start), start);
        }
        if (state.standing().isPresent()) {
            lost(partition, state.standing().getAsLong(), start, start);
        }
    }

    @GuardedBy("this")
    private void lost(TopicPartition partition, long from, long to, long start) {
        long first = Math.max(from, told.getOrDefault(partition, 0L));
        if (first >= to) {
            return;
        }
        told.put(partition, to);
        String loss = "topic " + partition.topic() + " has lost " + (to - first)
                + " offsets that were never read, by its"
                + " retention or by hand (partition " + partition.partition() + " was read to " + first
                + " and begins at " + start + " now)";
        LOG.error(
                "{}: nobody decides what stood there; raise its retention above the longest time that nothing may run,"
                        + " or that reading may lag behind",
                loss);
        if (partition.topic().equals(frames)) {
            recorder.add(MetricNames.FRAMES_EXPIRED, (double) (to - first));
        }
        last = new Loss(loss, clock.instant());
    }
}
