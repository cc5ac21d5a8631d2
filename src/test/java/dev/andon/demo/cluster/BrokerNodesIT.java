package dev.andon.demo.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerNodesIT {

    @TempDir
    Path directory;

    @Test
    void goesOnWithoutAKilledNodeAndTakesItBack() throws Exception {
        try (BrokerNodes nodes = BrokerNodes.start(directory, 3, Map.of());
                Admin admin = Admin.create(Map.of("bootstrap.servers", nodes.bootstrapServers()));
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", nodes.bootstrapServers(), "acks", "all"), new StringSerializer(),
                        new StringSerializer())) {
            // given
            admin.createTopics(List.of(new NewTopic("kept", 3, (short) 3))).all().get();

            // when
            nodes.kill(1);
            for (int partition = 0; partition < 3; partition++) {
                producer.send(new ProducerRecord<>("kept", partition, "", "while it was down")).get(60,
                        TimeUnit.SECONDS);
            }
            int without = admin.describeCluster().nodes().get().size();
            nodes.start(1);

            // then
            assertThat(without).isEqualTo(2);
            assertThat(admin.describeCluster().nodes().get()).hasSize(3);
        }
    }
}
