package dev.andon.config;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaSettingsTest {

    @Test
    void fixedBeatsPrefixedBeatsGeneralBeatsDefaults() {
        KafkaSettings settings = settings(Map.of("bootstrap.servers", "a:1", "acks", "0", "linger.ms", "1",
                "producer.linger.ms", "2", "compression.type", "zstd", "consumer.fetch.max.bytes", "3"));

        assertThat(settings.producer("me")).containsEntry("acks", "all").containsEntry("enable.idempotence", "true")
                .containsEntry("linger.ms", "2").containsEntry("compression.type", "zstd")
                .containsEntry("bootstrap.servers", "a:1").containsEntry("client.id", "me")
                .doesNotContainKeys("fetch.max.bytes", "consumer.fetch.max.bytes", "producer.linger.ms");
    }

    @Test
    void aConsumerReadsCommittedRecordsAlone() {
        KafkaSettings settings = settings(Map.of("bootstrap.servers", "a:1", "consumer.isolation.level",
                "read_uncommitted", "group.id", "x"));

        assertThat(settings.consumer("me")).containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", "false").doesNotContainKey("group.id");
    }

    @Test
    void streamsGetEverythingAsItWasWritten() {
        Map<String, String> written = Map.of("bootstrap.servers", "a:1", "main.consumer.max.poll.records", "9");

        assertThat(settings(written).common()).containsAllEntriesOf(written)
                .containsEntry("producer.max.request.size", "22020096");
    }

    @Test
    void aProducerCanWriteTheLargestRecord() {
        KafkaSettings settings = settings(Map.of("bootstrap.servers", "a:1", "max.request.size", "7"));

        assertThat(settings(Map.of()).producer("me")).containsEntry("max.request.size", "22020096")
                .containsEntry("buffer.memory", "44040192");
        assertThat(settings.producer("me")).containsEntry("max.request.size", "7");
        assertThat(settings.common()).containsEntry("max.request.size", "7")
                .doesNotContainKey("producer.max.request.size");
    }

    private static KafkaSettings settings(Map<String, String> kafka) {
        AndonConfig defaults = ConfigLoader.load(null, Map.of(), List.of()).orElse(problems -> {
            throw new AssertionError(problems.toString());
        });
        return KafkaSettings.of(new AndonConfig(kafka, defaults.application(), defaults.topics(), defaults.registry(),
                defaults.vlm(), defaults.embedding(), defaults.images(), defaults.inspect(), defaults.review(),
                defaults.shadow(), defaults.ingest(), defaults.server()));
    }
}
