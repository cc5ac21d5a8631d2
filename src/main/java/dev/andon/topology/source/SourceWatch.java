package dev.andon.topology.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds whether topics that are being read were made anew or have another number of partitions, and
 * says so once. Keeps what is remembered of them from expiring. Any thread may close it.
 */
public final class SourceWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SourceWatch.class);

    /** A further look at the cluster, which may throw {@link KafkaException} where it does not answer. */
    @FunctionalInterface
    public interface Looking {
        void look() throws InterruptedException;
    }

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int KEEPING_ATTEMPTS = 3;
    private static final Duration REMEMBER_EVERY = Duration.ofHours(1);

    private final SourceAdmin admin;
    private final Map<String, SourceTopic> topics;
    private final Looking besides;
    private final InstantSource clock;
    private final Consumer<String> onChange;
    private final Thread thread;

    private Instant remembered;

    private SourceWatch(SourceAdmin admin, Map<String, SourceTopic> topics, Looking besides,
            InstantSource clock, Consumer<String> onChange) {
        this.admin = admin;
        this.topics = topics;
        this.besides = besides;
        this.clock = clock;
        this.onChange = onChange;
        this.remembered = clock.instant();
        this.thread = Thread.ofVirtual().name("andon-source-watch").unstarted(this::run);
    }

    /**
     * Starts to look.
     *
     * @param topics   as they were when reading began
     * @param besides  is done each time as well
     * @param onChange hears what has changed and what to do; called at most once, by the thread that looks
     */
    public static SourceWatch start(SourceAdmin admin, Map<String, SourceTopic> topics, Looking besides,
            InstantSource clock, Consumer<String> onChange) {
        SourceWatch watch = new SourceWatch(admin, topics, besides, clock, onChange);
        watch.thread.start();
        return watch;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            String change = null;
            while (change == null) {
                Thread.sleep(PAUSE);
                change = look();
            }
            keepTheOldIds();
            onChange.accept(change);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable String look() throws InterruptedException {
        try {
            Map<String, String> now = admin.shapes(List.copyOf(topics.keySet()));
            for (SourceTopic topic : topics.values()) {
                String known = topic.id() + " " + topic.partitions().size();
                String found = now.getOrDefault(topic.name(), known);
                if (!found.equals(known)) {
                    return change(topic, found);
                }
            }
            besides.look();
            refresh();
        } catch (KafkaException e) {
            LOG.debug("the topics cannot be looked at now: {}", e.toString());
        }
        return null;
    }

    /**
     * What is remembered was deleted together with the topics, if all of them were made anew. Without it, offsets that are
     * committed on the new ones could not be told from right ones at the next start.
     */
    private void keepTheOldIds() throws InterruptedException {
        for (int left = KEEPING_ATTEMPTS; left > 0; left--) {
            try {
                admin.remember(topics.values());
                return;
            } catch (KafkaException e) {
                LOG.warn("the ids of the topics that were read could not be kept: {}", e.toString());
                Thread.sleep(PAUSE);
            }
        }
    }

    private void refresh() throws InterruptedException {
        if (clock.instant().isAfter(remembered.plus(REMEMBER_EVERY))) {
            admin.remember(topics.values());
            remembered = clock.instant();
        }
    }

    private static String change(SourceTopic topic, String found) {
        return found.startsWith(topic.id())
                ? "topic " + topic.name() + " had " + topic.partitions().size() + " partitions when it was opened and"
                        + " has " + found.substring(topic.id().length() + 1)
                        + " now: lines may stand on other partitions, away from their order and state"
                : "topic " + topic.name() + " was deleted and made anew while it was being read";
    }
}
