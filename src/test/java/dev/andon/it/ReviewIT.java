package dev.andon.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.andon.avro.Codec;
import dev.andon.avro.Decoding;
import dev.andon.cli.CommandRun;
import dev.andon.config.KafkaSettings;
import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.frame.Frame;
import dev.andon.core.review.Reviewed;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestPolicies;
import dev.andon.it.Outputs.Published;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.await;
import static dev.andon.it.Guarantees.awaitDecisions;
import static org.assertj.core.api.Assertions.assertThat;

/** From cold start to a certificate and its first accepted frame, through a kill -9, by commands alone. */
@ExtendWith(SharedCluster.class)
class ReviewIT {

    private static final String LINE = "learning";
    private static final int LOOK = 12;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private Plant plant;

    @BeforeEach
    void build(Cluster cluster) throws Exception {
        plant = Plant.build("reviewing", directory, cluster);
        plant.decree(TestPolicies.learnt(LINE, LOOK));
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void verdictsBecomeAThresholdAndEachCountsOnceWhateverDies() throws Exception {
        // given held frames, half of them judged
        List<Frame> first = Shots.of(LINE, 0, LOOK);
        Processor processor = plant.startWhole();
        plant.take(first);
        try (Outputs outputs = plant.outputs()) {
            awaitDecisions(outputs, LINE, LOOK);
            List<Published> held = outputs.of(LINE);
            assertThat(held).extracting(each -> each.inspection().decision().reason())
                    .containsOnly(Reason.COLD_START);
            held.subList(0, LOOK / 2).forEach(this::judge);

            // when the processor is killed and the others are judged meanwhile
            processor.kill();
            held.subList(LOOK / 2, LOOK).forEach(this::judge);
            plant.startWhole();

            // then a threshold is certified, and frames are accepted by it
            await().until(() -> plant.run("thresholds", LINE).out().contains("0 wrong of " + LOOK));
            List<Frame> all = new ArrayList<>(first);
            await().until(() -> {
                List<Frame> next = Shots.of(LINE, all.size(), 1);
                plant.take(next);
                all.addAll(next);
                awaitDecisions(outputs, LINE, all.size());
                return outputs.of(LINE).getLast().isAccepted();
            });
            assertThat(outputs.lookToTheEnd().of(LINE))
                    .filteredOn(each -> each.inspection().purpose() != Purpose.AUDIT).extracting(Published::frameId)
                    .containsExactlyElementsOf(all.stream().map(frame -> frame.id().value()).toList());
            assertThat(outputs.of(LINE).getLast().inspection().applied()).isNotNull().satisfies(
                    applied -> assertThat(applied.threshold()).isNotNull());

            List<Reviewed> reviewed = read(plant.config().topics().reviewed(), plant.codecs().reviewed());
            assertThat(reviewed).extracting(each -> each.inspected().inspectionId())
                    .containsExactlyInAnyOrderElementsOf(held.stream().map(each -> each.inspection().id()).toList());
            List<ThresholdChange> changes = read(plant.config().topics().thresholdChanges(),
                    plant.codecs().thresholdChanges());
            assertThat(changes).filteredOn(change -> change.newValue() != null).hasSize(1);
        }
    }

    private void judge(Published held) {
        CommandRun run = plant.run("verdict", held.inspection().id(), "--line", LINE, "--result", "OK", "--reviewer",
                "R. Viewer");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private <T> List<T> read(String topic, Codec<T> codec) {
        List<T> read = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                KafkaSettings.of(plant.config()).consumer("reader"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Plant.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition)).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (codec.decode(record.value()) instanceof Decoding.Decoded<T>(T value)) {
                        read.add(value);
                    } else {
                        throw new AssertionError("not readable: " + record);
                    }
                });
            }
        }
        return read;
    }
}
