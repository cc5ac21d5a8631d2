package dev.andon.it;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.andon.config.KafkaSettings;
import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestPolicies;
import dev.andon.topology.provisioning.TopicAdmin;
import dev.andon.topology.provisioning.TopicPlan;
import dev.andon.topology.provisioning.TopicSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.await;
import static dev.andon.it.Guarantees.awaitDecisions;
import static dev.andon.it.Guarantees.awaitEmpty;
import static org.assertj.core.api.Assertions.assertThat;

/** Something happens to the topic that the frames come from. */
@ExtendWith(SharedCluster.class)
class SourceIT {

    private static final String LINE = "north";
    private static final int LAST = 4;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private Plant plant;
    private String frames;
    private String group;
    private Admin admin;

    @BeforeEach
    void build(Cluster cluster, TestInfo test) throws Exception {
        plant = Plant.build(test.getTestMethod().orElseThrow().getName(), directory, cluster);
        plant.decree(TestPolicies.fixed(LINE, 1, "steady", 0.25));
        frames = plant.config().topics().frames();
        group = plant.config().application().id() + "-inspect";
        admin = Admin.create(KafkaSettings.of(plant.config()).admin("somebody"));
    }

    @AfterEach
    void close() {
        admin.close();
        plant.close();
    }

    @Test
    void madeAnewWhileNobodyRan() throws Exception {
        try (Outputs outputs = plant.outputs(); LedgerView ledger = plant.ledger()) {
            // given frames in flight, whose topic goes with them and comes back empty
            List<Frame> old = Shots.of(LINE, 0, 3);
            plant.vlm().holdBack(old, LAST);
            Processor first = plant.start();
            Map<Position, Frame> lost = plant.take(old);
            await().until(() -> ledger.look().size() == old.size());
            first.stop();
            makeAnew(frames);

            // when
            plant.vlm().letGo();
            plant.start();

            // then what was in flight is held, and what comes is decided from the very first on
            awaitDecisions(outputs, LINE, lost.size());
            List<Frame> fresh = Shots.of(LINE, 10, 4);
            plant.take(fresh);
            awaitDecisions(outputs, LINE, lost.size() + fresh.size());
            awaitEmpty(ledger);
            List<Outputs.Published> all = outputs.lookToTheEnd().of(LINE);
            assertThat(all).hasSize(lost.size() + fresh.size());
            assertThat(all.subList(0, lost.size())).allSatisfy(one -> assertThat(one.inspection().decision().reason())
                    .isEqualTo(Reason.SOURCE_LOST));
            assertThat(all.subList(lost.size(), all.size())).extracting(Outputs.Published::frameId)
                    .containsExactlyElementsOf(fresh.stream().map(frame -> frame.id().value()).toList());
            assertThat(plant.log()).contains("topic " + frames + " was deleted and made anew");
        }
    }

    @Test
    void oldOffsetsOnANewTopicAreRefusedUntilTheyAreReset() throws Exception {
        try (Outputs outputs = plant.outputs()) {
            // given offsets that survived the topic
            List<Frame> old = Shots.of(LINE, 0, 3);
            Processor first = plant.start();
            plant.take(old);
            awaitDecisions(outputs, LINE, old.size());
            first.stop();
            makeAnew(frames);
            List<Frame> fresh = Shots.of(LINE, 10, 5);
            TopicPartition partition = partition(plant.take(fresh));
            setOffset(partition, 3);

            // when, then
            assertThat(plant.start().awaitEnd()).isEqualTo(1);
            assertThat(plant.log() + plant.said()).contains("would pass over records",
                    "--group " + group + " --topic " + frames + " --reset-offsets --to-earliest");

            // when
            setOffset(partition, 0);
            plant.start();

            // then
            awaitDecisions(outputs, LINE, old.size() + fresh.size());
            Guarantees.assertEachOnceInOrder(outputs.lookToTheEnd(),
                    Stream.concat(old.stream(), fresh.stream()).toList());
        }
    }

    @Test
    void bothMadeAnewWhileTheyAreRead() throws Exception {
        try (Outputs outputs = plant.outputs()) {
            // given topics that go with all that the cluster knew of them, while the processor does not look
            Processor processor = plant.start();
            plant.take(Shots.of(LINE, 0, 3));
            awaitDecisions(outputs, LINE, 3);
            processor.suspend();
            makeAnew(frames, plant.config().topics().linePolicies());
            TopicPartition partition = partition(plant.take(Shots.of(LINE, 10, 5)));

            // when
            processor.resume();

            // then
            assertThat(processor.awaitEnd()).isEqualTo(1);
            assertThat(plant.log()).contains("was deleted and made anew while it was being read");
            setOffset(partition, 3);
            assertThat(plant.start().awaitEnd()).isEqualTo(1);
            assertThat(plant.log() + plant.said()).contains("would pass over records");
        }
    }

    @Test
    void morePartitionsEndItAndKeepItFromStarting() throws Exception {
        try (Outputs outputs = plant.outputs()) {
            Processor processor = plant.start();
            plant.take(Shots.of(LINE, 0, 1));
            awaitDecisions(outputs, LINE, 1);

            List<String> sources = List.of(frames, plant.config().topics().linePolicies(),
                    plant.config().topics().thresholds());
            for (String topic : sources) {
                admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(Plant.PARTITIONS + 1))).all().get();
            }

            assertThat(processor.awaitEnd()).isEqualTo(1);
            assertThat(plant.log()).contains("and has " + (Plant.PARTITIONS + 1) + " now");
            for (String topic : TopicPlan.of(plant.config()).stream().map(TopicSpec::name)
                    .filter(name -> !sources.contains(name)).toList()) {
                admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(Plant.PARTITIONS + 1))).all().get();
            }
            assertThat(plant.start().awaitEnd()).isEqualTo(1);
            assertThat(plant.log() + plant.said()).contains("but state was kept for");
        }
    }

    @Test
    void framesThatExpiredUnreadAreTold() throws Exception {
        try (Outputs outputs = plant.outputs()) {
            // given
            Processor first = plant.start();
            plant.take(Shots.of(LINE, 0, 1));
            awaitDecisions(outputs, LINE, 1);
            first.stop();
            List<Frame> unread = Shots.of(LINE, 1, 4);
            plant.forgetAllButTheLast(plant.take(unread).keySet());

            // when
            plant.start();

            // then
            awaitDecisions(outputs, LINE, 2);
            assertThat(outputs.lookToTheEnd().of(LINE)).last().extracting(Outputs.Published::frameId)
                    .isEqualTo(unread.getLast().id().value());
            await().until(() -> plant.log().contains("has lost 3 offsets that were never read"));
        }
    }

    @Test
    void framesThatExpireWhileItLagsBehindAreToldAndCounted() throws Exception {
        Processor running = plant.start();
        try (Outputs outputs = plant.outputs(); OperationsView operations = OperationsView.of(plant)) {
            // given a processor that does not get to its frames
            plant.take(Shots.of(LINE, 0, 1));
            awaitDecisions(outputs, LINE, 1);
            running.suspend();
            List<Frame> unread = Shots.of(LINE, 1, 9);
            plant.forgetAllButTheLast(plant.take(unread).keySet());

            // when
            running.resume();

            // then what it has not decided, it has counted; one request may have been under way
            await().until(() -> outputs.look().of(LINE).stream()
                    .anyMatch(one -> one.frameId().equals(unread.getLast().id().value())));
            int lost = 1 + unread.size() - outputs.lookToTheEnd().of(LINE).size();
            assertThat(lost).isPositive();
            await().until(() -> operations.look("/metrics").body().contains("andon_frames_expired_total " + lost));
            assertThat(operations.look("/health/ready").body()).contains("DEGRADED", "has lost " + lost + " offsets");
            assertThat(plant.log()).contains("has lost " + lost + " offsets that were never read");
        }
    }

    private void makeAnew(String... topics) throws Exception {
        List<String> old = List.of(topics);
        admin.deleteTopics(old).all().get();
        await().until(() -> admin.listTopics().names().get().stream().noneMatch(old::contains));
        new TopicAdmin(admin).create(TopicPlan.of(plant.config()), false);
        await().until(() -> admin.listTopics().names().get().containsAll(old));
    }

    private void setOffset(TopicPartition partition, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(offset))).all().get();
    }

    private static TopicPartition partition(Map<Position, Frame> taken) {
        Position any = taken.keySet().iterator().next();
        return new TopicPartition(any.topic(), any.partition());
    }
}
