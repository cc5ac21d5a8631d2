package dev.andon.it;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.andon.core.frame.Position;
import dev.andon.fixture.Cluster;
import dev.andon.ingest.trigger.ClockSettings;
import dev.andon.ingest.trigger.JoinEvent;
import dev.andon.ingest.trigger.JoinSettings;
import dev.andon.ingest.trigger.TriggerTopic;
import dev.andon.ingest.trigger.TriggeredCamera;
import dev.andon.ingest.trigger.Triggers;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import static dev.andon.it.Guarantees.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Triggers on a topic whose broker goes away and comes back. */
class TriggerTopicIT {

    private static final String TOPIC = "plc-triggers";
    private static final String CAMERA = "cam-1";
    private static final JoinSettings AT_ONCE = new JoinSettings(JoinSettings.Choice.NEAREST, Duration.ofMillis(1),
            Duration.ZERO, Duration.ZERO, false, new JoinSettings.Memory(Duration.ofMinutes(1), 1),
            new ClockSettings(ClockSettings.Mode.TRUST, Duration.ZERO, Duration.ofMillis(100),
                    Duration.ofDays(36_500)));

    private final Triggers triggers = new Triggers(InstantSource.system());
    private final TriggeredCamera camera = triggers.join(CAMERA, AT_ONCE, _ -> 0);
    private final List<String> heard = new ArrayList<>();
    private final List<Position> refused = new ArrayList<>();

    @Test
    void whatComesAfterTheStartIsHeardWhateverBecomesOfTheBroker() throws Exception {
        try (Cluster cluster = Cluster.startKillable();
                Producer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", cluster.bootstrapServers()), new StringSerializer(),
                        new StringSerializer());
                Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", cluster.bootstrapServers(), "auto.offset.reset", "none"),
                        new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            // given
            cluster.createTopics(2, TOPIC);
            producer.send(trigger("early")).get();
            AtomicBoolean told = new AtomicBoolean();
            Thread listening = Thread.startVirtualThread(() -> listen(consumer, told));
            sendUntilHeard(producer, "first");

            // when
            cluster.killBroker();
            cluster.restartBroker();
            sendUntilHeard(producer, "second");
            told.set(true);
            listening.join();

            // then
            assertThat(heard).containsExactly("first", "second");
            assertThat(refused).isEmpty();
        }
    }

    private void listen(Consumer<byte[], byte[]> consumer, AtomicBoolean told) {
        try {
            new TriggerTopic(consumer, TOPIC, triggers, new TriggerTopic.Progress() {
                @Override
                public void refused(Position where, List<String> problems) {
                    refused.add(where);
                }

                @Override
                public void delayed(String detail) {
                    // the broker is away
                }
            }, InstantSource.system()).run(told::get);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Again and again, since nobody knows when somebody listens: it counts once. */
    private void sendUntilHeard(Producer<String, String> producer, String unit) {
        await().until(() -> {
            producer.send(trigger(unit)).get();
            for (JoinEvent event : camera.look()) {
                if (event instanceof JoinEvent.TriggerWithoutFrame without) {
                    heard.add(String.valueOf(without.trigger().particulars().unitId()));
                }
            }
            return heard.contains(unit);
        });
    }

    private static ProducerRecord<String, String> trigger(String unit) {
        return new ProducerRecord<>(TOPIC, CAMERA,
                "{\"id\": \"" + unit + "\", \"unit\": \"" + unit + "\", \"at\": \"" + Instant.EPOCH + "\"}");
    }
}
