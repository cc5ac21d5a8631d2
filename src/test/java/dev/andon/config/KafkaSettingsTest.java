package dev.andon.config;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaSettingsTest {

    @Test
    void fixedBeatsPrefixedBeatsGeneralBeatsDefaults() {
        KafkaSettings settings = new KafkaSettings(Map.of("bootstrap.servers", "a:1", "acks", "0", "linger.ms", "1",
                "producer.linger.ms", "2", "compression.type", "zstd", "consumer.fetch.max.bytes", "3"));

        assertThat(settings.producer("me")).containsEntry("acks", "all").containsEntry("enable.idempotence", "true")
                .containsEntry("linger.ms", "2").containsEntry("compression.type", "zstd")
                .containsEntry("bootstrap.servers", "a:1").containsEntry("client.id", "me")
                .doesNotContainKeys("fetch.max.bytes", "consumer.fetch.max.bytes", "producer.linger.ms");
    }

    @Test
    void aConsumerReadsCommittedRecordsAlone() {
        KafkaSettings settings = new KafkaSettings(Map.of("bootstrap.servers", "a:1", "consumer.isolation.level",
                "read_uncommitted", "group.id", "x"));

        assertThat(settings.consumer("me")).containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", "false").doesNotContainKey("group.id");
    }

    @Test
    void streamsGetEverythingAsItWasWritten() {
        Map<String, String> written = Map.of("bootstrap.servers", "a:1", "main.consumer.max.poll.records", "9");

        assertThat(new KafkaSettings(written).common()).isEqualTo(written);
    }
}
