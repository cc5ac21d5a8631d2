package dev.andon.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import dev.andon.topology.StartException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for Kafka's brokers: does what needs them again until they answer, and says what is waited for, at growing
 * intervals. What no waiting heals (credentials, rights, topics that are not right) is thrown at once. One thread; any
 * thread may ask what is waited for.
 */
public final class BrokerWait {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerWait.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FIRST_SILENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    /** What needs the brokers. */
    public interface Attempt<T> {
        T make() throws StartException, InterruptedException;
    }

    /** Lets time pass. */
    interface Rest {
        void take(Duration time) throws InterruptedException;
    }

    private final String servers;
    private final InstantSource clock;
    private final Rest rest;

    private Duration silence = FIRST_SILENCE;
    private Instant tellAt = Instant.MIN;
    private volatile @Nullable String awaited;

    /** @param servers as configured, to be named */
    public BrokerWait(String servers) {
        this(servers, InstantSource.system(), Thread::sleep);
    }

    BrokerWait(String servers, InstantSource clock, Rest rest) {
        this.servers = servers;
        this.clock = clock;
        this.rest = rest;
    }

    /**
     * Makes an attempt until the brokers answer.
     *
     * @throws StartException what the attempt throws for another reason; so does {@link KafkaException}
     */
    public <T> T until(Attempt<T> attempt) throws StartException, InterruptedException {
        while (true) {
            try {
                T made = attempt.make();
                awaited = null;
                return made;
            } catch (StartException e) {
                if (!(e.getCause() instanceof KafkaException cause) || !mayPass(cause)) {
                    throw e;
                }
                tell(cause);
            } catch (KafkaException e) {
                if (!mayPass(e)) {
                    throw e;
                }
                tell(e);
            }
            rest.take(PAUSE);
        }
    }

    /** What is waited for, and why; null where nothing is. */
    public @Nullable String awaited() {
        return awaited;
    }

    private static boolean mayPass(KafkaException fault) {
        return fault instanceof RetriableException && !(fault instanceof UnknownTopicOrPartitionException);
    }

    private void tell(KafkaException fault) {
        String waiting = "waiting for Kafka at " + servers + ": " + fault.getMessage();
        awaited = waiting;
        Instant now = clock.instant();
        if (now.isBefore(tellAt)) {
            return;
        }
        LOG.warn("{}; check that the brokers run, and kafka.bootstrap.servers and kafka.security.*", waiting);
        tellAt = now.plus(silence);
        Duration twice = silence.multipliedBy(2);
        silence = twice.compareTo(LONGEST_SILENCE) < 0 ? twice : LONGEST_SILENCE;
    }
}
