package dev.andon.topology;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.andon.config.AndonConfig;
import dev.andon.config.ConfigLoader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StreamsSettingsTest {

    @Test
    void ourDefaultsHoldWhereNothingIsSaid() {
        Map<String, Object> settings = settings();

        assertThat(settings).containsEntry("main.consumer.max.poll.records", 4)
                .containsEntry("main.consumer.session.timeout.ms", 6_000)
                .containsEntry("producer.transaction.timeout.ms", 10_000)
                .containsEntry("producer.linger.ms", 1_000);
    }

    @Test
    void whatIsSaidForAllClientsIsNotOverruledByADefaultOfOurs() {
        Map<String, Object> settings = settings("kafka.session.timeout.ms=30000", "kafka.consumer.max.poll.records=7",
                "kafka.linger.ms=5");

        assertThat(settings).containsEntry("session.timeout.ms", "30000")
                .containsEntry("consumer.max.poll.records", "7")
                .containsEntry("linger.ms", "5")
                .doesNotContainKeys("main.consumer.session.timeout.ms", "main.consumer.max.poll.records",
                        "producer.linger.ms")
                .containsEntry("main.consumer.heartbeat.interval.ms", 1_000);
    }

    @Test
    void standbysAreForTheClassicProtocol() {
        assertThat(settings("application.standbyReplicas=2")).containsEntry("num.standby.replicas", 2);
        assertThat(settings("application.groupProtocol=streams")).doesNotContainKey("num.standby.replicas");
    }

    @Test
    void threadsLookOftenWhereNoBellWakesThem() {
        assertThat(settings()).containsEntry("poll.ms", 250);
        assertThat(settings("application.groupProtocol=streams")).containsEntry("poll.ms", 10);
    }

    @Test
    void whatTheGuaranteesRestOnStays() {
        assertThat(settings()).containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("application.id", "andon-inspect");
    }

    private static Map<String, Object> settings(String... options) {
        AndonConfig config = ConfigLoader.load(null, Map.of(), List.copyOf(Arrays.asList(options)))
                .orElse(problems -> {
                    throw new IllegalArgumentException(problems.toString());
                });
        return StreamsSettings.of(config, "andon-inspect");
    }
}
