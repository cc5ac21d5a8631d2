package dev.andon.chaos.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.avro.Codecs;
import dev.andon.chaos.clients.Follower;
import dev.andon.chaos.feed.Journal;
import dev.andon.chaos.jury.Said;
import dev.andon.chaos.verify.Records.Unreadable;
import dev.andon.config.TopicsConfig;
import dev.andon.core.frame.Position;
import dev.andon.core.review.Verdict;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Notes when each result could be seen, and which verdicts have come to count, while they are published and committed. Any
 * thread.
 */
public final class Watch implements Follower.Listener {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final TopicsConfig topics;
    private final Records records;
    private final InstantSource clock;

    @GuardedBy("this")
    private final List<Arrival> arrivals = new ArrayList<>();

    @GuardedBy("this")
    private final Set<Position> decided = new HashSet<>();

    @GuardedBy("this")
    private final Set<String> judged = new HashSet<>();

    @GuardedBy("this")
    private final Set<Position> dead = new HashSet<>();

    public Watch(TopicsConfig topics, Codecs codecs, InstantSource clock) {
        this.topics = topics;
        this.records = new Records(codecs, topics);
        this.clock = clock;
    }

    /** The topics that tell what it wants to know. */
    public static List<String> topics(TopicsConfig topics) {
        return List.of(topics.accepted(), topics.humanReview(), topics.deadLetters(), topics.reviewed());
    }

    @Override
    public boolean hear(ConsumerRecord<byte[], byte[]> record, Instant seen) {
        try {
            if (record.topic().equals(topics.reviewed())) {
                reviewed(records.reviewed(record).verdicts());
            } else {
                add(new Arrival(records.output(record), seen));
            }
            return true;
        } catch (Unreadable broken) {
            return !broken.registryAway();
        }
    }

    /** How many different frames have been decided or given to the dead letters. */
    public synchronized int decided() {
        return decided.size();
    }

    /** Everything that was seen so far, in the order of its arrival. */
    public synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** When the first decision could be seen of a frame of this partition that was sent after {@code after}. */
    public Optional<Instant> firstDecision(int partition, Instant after) {
        return first(arrivals(), partition, after);
    }

    static Optional<Instant> first(List<Arrival> arrivals, int partition, Instant after) {
        return arrivals.stream()
                .filter(each -> each.output().decides() && each.output().kind() != Output.Kind.DEAD_LETTER
                        && each.output().frame().partition() == partition
                        && each.output().received() > after.toEpochMilli())
                .map(Arrival::seen)
                .min(Instant::compareTo);
    }

    /**
     * Waits until as many frames are decided as are due by the journal, which must be complete.
     *
     * @param stall without any new decision after which it gives up
     * @return whether all that was due has come
     */
    public boolean awaitQuiet(Journal journal, Duration stall) throws InterruptedException {
        return await(this::decided, journal.due(), stall);
    }

    /**
     * Waits until every confirmed verdict counts: with its inspection, or as a dead letter.
     *
     * @param said  everything that was said
     * @param stall without any more of them after which it gives up
     * @return whether all do
     */
    public boolean awaitCounted(List<Said> said, Duration stall) throws InterruptedException {
        int due = (int) said.stream().filter(each -> each.sending().position() != null).count();
        return await(() -> counted(said), due, stall);
    }

    /** How many confirmed verdicts count. */
    public synchronized int counted(List<Said> said) {
        int counted = 0;
        for (Said each : said) {
            Position position = each.sending().position();
            counted += position != null && (judged.contains(each.verdict().id()) || dead.contains(position)) ? 1 : 0;
        }
        return counted;
    }

    private boolean await(IntSupplier done, int due, Duration stall) throws InterruptedException {
        int before = done.getAsInt();
        Instant progress = clock.instant();
        while (before < due && clock.instant().isBefore(progress.plus(stall))) {
            Thread.sleep(PAUSE);
            int now = done.getAsInt();
            progress = now > before ? clock.instant() : progress;
            before = now;
        }
        return before >= due;
    }

    private synchronized void add(Arrival arrival) {
        Output output = arrival.output();
        arrivals.add(arrival);
        if (output.decides()) {
            decided.add(output.frame());
        } else if (output.kind() == Output.Kind.DEAD_VERDICT) {
            dead.add(output.frame());
        }
    }

    private synchronized void reviewed(List<Verdict> verdicts) {
        verdicts.forEach(verdict -> judged.add(verdict.id()));
    }
}
