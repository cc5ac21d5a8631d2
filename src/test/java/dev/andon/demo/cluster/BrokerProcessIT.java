package dev.andon.demo.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerProcessIT {

    private static final TopicPartition TOPIC = new TopicPartition("kept", 0);

    @TempDir
    Path directory;

    @Test
    void keepsItsAddressAndItsRecordsWhenItIsKilled() throws Exception {
        // given a broker with a record
        BrokerProcess killed = BrokerProcess.start(directory);
        write(killed.bootstrapServers(), "before");

        // when
        killed.kill();
        try (BrokerProcess again = BrokerProcess.start(directory)) {

            // then
            assertThat(again.bootstrapServers()).isEqualTo(killed.bootstrapServers());
            assertThat(read(again.bootstrapServers())).containsExactly("before");
        }
    }

    private static void write(String bootstrap, String value) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC.topic(), 1, (short) 1))).all().get();
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrap),
                new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC.topic(), value)).get();
        }
    }

    private static List<String> read(String bootstrap) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(TOPIC));
            return consumer.poll(Duration.ofSeconds(20)).records(TOPIC).stream().map(r -> r.value()).toList();
        }
    }
}
