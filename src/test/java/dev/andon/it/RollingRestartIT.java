package dev.andon.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.ToIntFunction;

import dev.andon.config.KafkaSettings;
import dev.andon.core.frame.Frame;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestPolicies;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static dev.andon.it.Guarantees.assertEachOnceInOrder;
import static dev.andon.it.Guarantees.await;
import static dev.andon.it.Guarantees.awaitCount;
import static dev.andon.it.Guarantees.awaitEmpty;
import static org.assertj.core.api.Assertions.assertThat;

/** Two processors are restarted one after the other, while frames flow. */
@ExtendWith(SharedCluster.class)
class RollingRestartIT {

    private static final Logger LOG = LoggerFactory.getLogger(RollingRestartIT.class);
    private static final List<String> LINES = List.of("north", "south", "west", "east");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final List<Frame> sent = new ArrayList<>();

    /** With the other protocol, {@code chaos} restarts them. */
    static List<String> protocols() {
        return List.of(System.getProperty("andon.protocols", "streams").split(","));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyFrameIsDecidedOnceInOrder(String protocol, Cluster cluster) throws Exception {
        try (Plant plant = Plant.build("rolling-" + protocol, directory, cluster);
                Outputs outputs = plant.outputs();
                LedgerView ledger = plant.ledger()) {
            // given two processors, and a group that misses a silent member only after a minute or ten
            for (String line : LINES) {
                plant.decree(TestPolicies.fixed(line, 1, "steady", 0.25));
            }
            missLate(plant);
            Processor first = start(plant, protocol, "a");
            await().until(() -> members(plant, protocol) == Plant.PARTITIONS);
            Processor second = start(plant, protocol, "b");
            await().until(() -> members(plant, protocol) == 2 * Plant.PARTITIONS);

            // when
            restart(plant, protocol, "a", first, outputs);
            restart(plant, protocol, "b", second, outputs);

            // then
            take(plant);
            awaitCount(outputs, sent.size());
            awaitEmpty(ledger);
            assertEachOnceInOrder(outputs.lookToTheEnd(), sent);
        }
    }

    /** Stops a processor with frames in flight; the other one has all of its partitions before it comes back. */
    private void restart(Plant plant, String protocol, String instance, Processor running, Outputs outputs)
            throws Exception {
        awaitCount(outputs, sent.size());
        take(plant);
        running.stop();
        assertThat(members(plant, protocol)).as("members after %s was stopped", instance).isEqualTo(Plant.PARTITIONS);
        take(plant);
        awaitCount(outputs, sent.size());
        take(plant);
        start(plant, protocol, instance);
        take(plant);
        await().until(() -> members(plant, protocol) == 2 * Plant.PARTITIONS);
    }

    private Processor start(Plant plant, String protocol, String instance) throws Exception {
        List<String> settings = new ArrayList<>(List.of("application.groupProtocol=" + protocol,
                "application.stateDir=" + directory.resolve(instance)));
        if (protocol.equals("classic")) {
            settings.add("kafka.session.timeout.ms=600000");
        }
        return plant.start(settings);
    }

    private void take(Plant plant) throws Exception {
        List<Frame> frames = Shots.ofLines(LINES, sent.size() / LINES.size(), 3);
        plant.take(frames);
        sent.addAll(frames);
    }

    /** With the protocol {@code streams}, the brokers say how long a member may be silent. */
    private static void missLate(Plant plant) throws Exception {
        try (Admin admin = admin(plant)) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.GROUP, group(plant)),
                    List.of(new AlterConfigOp(new ConfigEntry("streams.session.timeout.ms", "60000"),
                            AlterConfigOp.OpType.SET))))
                    .all().get();
        }
    }

    private static int members(Plant plant, String protocol) throws Exception {
        List<String> group = List.of(group(plant));
        try (Admin admin = admin(plant)) {
            return protocol.equals("classic")
                    ? sum(admin.describeConsumerGroups(group).all(), found -> found.members().size())
                    : sum(admin.describeStreamsGroups(group).all(), found -> found.members().size());
        }
    }

    private static <T> int sum(KafkaFuture<Map<String, T>> groups, ToIntFunction<T> size)
            throws InterruptedException {
        try {
            return groups.get().values().stream().mapToInt(size).sum();
        } catch (ExecutionException e) {
            LOG.info("no group yet: {}", e.getMessage());
            return 0;
        }
    }

    private static Admin admin(Plant plant) {
        return Admin.create(KafkaSettings.of(plant.config()).admin("observer"));
    }

    private static String group(Plant plant) {
        return plant.config().application().id() + "-inspect";
    }
}
