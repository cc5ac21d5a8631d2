package dev.andon.topology;

import java.util.Map;

import dev.andon.topology.source.Polling;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * The clients of Kafka Streams. Producers count what they commit: a processor is not told of commits, and asking for one
 * does not say when it has happened, or whether (none happens during a rebalance). Consumers of stream threads listen to their
 * tasks. Any thread.
 */
final class StreamClients implements KafkaClientSupplier {

    private final ThreadLocal<Long> commits = ThreadLocal.withInitial(() -> 0L);
    private final ThreadLocal<Polling> pollings = ThreadLocal.withInitial(Polling::unheard);

    /** How many transactions the calling thread has committed. */
    long commits() {
        return commits.get();
    }

    /** That of the calling stream thread; one that nobody hears where Kafka Streams makes its consumers by itself. */
    Polling polling() {
        return pollings.get();
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()) {
            @Override
            public void commitTransaction() {
                super.commitTransaction();
                commits.set(commits.get() + 1);
            }
        };
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new ListeningConsumer(config, pollings::set);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return ordinary(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return ordinary(config);
    }

    private static Consumer<byte[], byte[]> ordinary(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
