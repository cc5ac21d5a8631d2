package dev.andon.chaos.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.chaos.clients.Consumers;
import dev.andon.chaos.feed.Journal;
import dev.andon.chaos.verify.Records.Unreadable;
import dev.andon.config.AndonConfig;
import dev.andon.core.frame.Position;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Reads along while results are published and committed, and notes when each could be seen. Goes on whatever happens to
 * brokers and registry. Any thread; one of its own reads.
 */
public final class Watch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final AndonConfig config;
    private final Codecs codecs;
    private final Records records;
    private final InstantSource clock;
    private final Thread reader;
    private volatile boolean closed;

    @GuardedBy("this")
    private final List<Arrival> arrivals = new ArrayList<>();

    @GuardedBy("this")
    private final Set<Position> decided = new HashSet<>();

    private Watch(AndonConfig config, Codecs codecs, InstantSource clock) {
        this.config = config;
        this.codecs = codecs;
        this.records = new Records(codecs, config.topics().deadLetters(), config.topics().partitions());
        this.clock = clock;
        this.reader = Thread.ofPlatform().name("andon-chaos-watch").daemon().unstarted(this::read);
    }

    /** Starts to read, from the beginning of the topics. */
    public static Watch start(AndonConfig config) {
        Watch watch = new Watch(config, Wiring.codecs(config), InstantSource.system());
        watch.reader.start();
        return watch;
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
        int due = journal.due();
        int before = decided();
        Instant progress = clock.instant();
        while (decided() < due && clock.instant().isBefore(progress.plus(stall))) {
            Thread.sleep(PAUSE);
            int now = decided();
            progress = now > before ? clock.instant() : progress;
            before = now;
        }
        return decided() >= due;
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
        codecs.close();
    }

    private void read() {
        try (Consumer<byte[], byte[]> consumer = Consumers.of(config).open("andon-chaos-watch", "read_committed")) {
            while (!closed && !assigned(consumer)) {
                Thread.sleep(PAUSE);
            }
            while (!closed) {
                look(consumer);
            }
        } catch (InterruptedException | InterruptException e) {
            // It was closed.
        }
    }

    private boolean assigned(Consumer<byte[], byte[]> consumer) {
        try {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String topic : List.of(config.topics().accepted(), config.topics().humanReview(),
                    config.topics().deadLetters())) {
                partitions.addAll(Consumers.partitions(consumer, topic));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return true;
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            return false;
        }
    }

    private void look(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                note(record, clock.instant());
            }
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            Thread.sleep(PAUSE);
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> record, Instant now) throws InterruptedException {
        while (!closed) {
            try {
                add(new Arrival(records.output(record), now));
                return;
            } catch (Unreadable broken) {
                if (!broken.registryAway()) {
                    return;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private synchronized void add(Arrival arrival) {
        arrivals.add(arrival);
        if (arrival.output().decides()) {
            decided.add(arrival.output().frame());
        }
    }
}
