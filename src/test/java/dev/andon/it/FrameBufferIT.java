package dev.andon.it;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.andon.demo.cluster.BrokerProcess;
import dev.andon.ingest.buffer.BufferPolicy;
import dev.andon.ingest.buffer.BufferPolicy.OnFull;
import dev.andon.ingest.buffer.BufferStatus;
import dev.andon.ingest.buffer.Drop;
import dev.andon.ingest.buffer.Sending;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.await;
import static org.assertj.core.api.Assertions.assertThat;

/** One outage of Kafka, lived through by cameras of 25 frames a second with different buffers. */
class FrameBufferIT {

    private static final long MEMORY = 150_000;
    private static final Sending SEVERAL = new Sending(5, Sending.IN_TURN.pauses());
    private static final Map<String, Object> IMPATIENT = Map.of(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 1_200,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 600);
    private static final Map<String, Object> PATIENT = Map.of(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            Integer.MAX_VALUE);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path directory;

    private static BrokerProcess broker;
    private static BufferedCamera waits;
    private static BufferedCamera hurries;
    private static BufferedCamera dropsOldest;
    private static BufferedCamera dropsNewest;
    private static BufferedCamera spools;
    private static BufferedCamera restarts;

    @BeforeAll
    static void liveThroughAnOutage() throws Exception {
        broker = BrokerProcess.start(directory.resolve("broker"));
        waits = camera("waits", OnFull.WAIT, false, Sending.IN_TURN, IMPATIENT);
        hurries = camera("hurries", OnFull.WAIT, false, SEVERAL, PATIENT);
        dropsOldest = camera("drops-oldest", OnFull.DROP_OLDEST, false, Sending.IN_TURN, IMPATIENT);
        dropsNewest = camera("drops-newest", OnFull.DROP_NEWEST, false, Sending.IN_TURN, IMPATIENT);
        spools = camera("spools", OnFull.WAIT, true, Sending.IN_TURN, IMPATIENT);
        restarts = camera("restarts", OnFull.DROP_NEWEST, true, Sending.IN_TURN, IMPATIENT);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(all().map(camera -> new NewTopic(camera.topic(), 1, (short) 1)).toList()).all().get();
        }
        for (BufferedCamera camera : all().toList()) {
            camera.start();
        }
        awaitPublished(20);

        broker.kill();
        await().until(() -> dropsNewest.dropped().size() >= 25);
        restarts.restart();
        await().until(() -> dropsNewest.dropped().size() >= 75);
        broker.close();
        broker = BrokerProcess.start(directory.resolve("broker"));

        awaitPublished(20);
        for (BufferedCamera camera : all().toList()) {
            camera.stop();
        }
        await().until(() -> all().allMatch(camera -> camera.status().waiting() == 0));
    }

    @AfterAll
    static void close() {
        all().forEach(BufferedCamera::close);
        broker.close();
    }

    @Test
    void aCameraThatWaitsLosesNothing() {
        assertThat(inTopic(waits)).isEqualTo(waits.offered());
        assertThat(waits.said()).anySatisfy(text -> assertThat(text).startsWith("frames wait: "))
                .anySatisfy(text -> assertThat(text).startsWith("frames go on after "));
    }

    @Test
    void norWithSeveralUnderWayAndAProducerThatDoesNotGiveUp() {
        assertThat(inTopic(hurries)).isEqualTo(hurries.offered());
        assertThat(hurries.status().overtaken()).isZero();
    }

    @Test
    void theGapIsWhatWasDroppedFromItsBeginning() {
        assertGapIsDropped(dropsOldest);
    }

    @Test
    void theGapIsWhatWasDroppedFromItsEnd() {
        assertGapIsDropped(dropsNewest);
    }

    @Test
    void whatFindsNoRoomInMemoryComesFromDiskInOrder() {
        assertThat(inTopic(spools)).isEqualTo(spools.offered());
        assertThat(spools.mostSpooled()).isGreaterThan(25);
    }

    @Test
    void alsoWhenTheBufferIsOpenedAnewInBetween() {
        assertThat(inTopic(restarts)).isEqualTo(restarts.offered());
        assertThat(restarts.status().found()).isGreaterThan(25);
        assertThat(restarts.dropped()).isEmpty();
    }

    private static void assertGapIsDropped(BufferedCamera camera) {
        Set<String> dropped = Set.copyOf(camera.dropped());
        BufferStatus status = camera.status();
        assertThat(inTopic(camera))
                .isEqualTo(camera.offered().stream().filter(frame -> !dropped.contains(frame)).toList());
        assertThat(status.dropped()).containsEntry(Drop.Cause.FULL, (long) dropped.size());
        assertThat(status.published() + dropped.size()).isEqualTo(camera.offered().size());
        assertThat(camera.said()).filteredOn(text -> text.startsWith("dropped ")).hasSizeLessThan(5);
    }

    /** Repetitions are dropped by whoever reads frames, too. */
    private static List<String> inTopic(BufferedCamera camera) {
        return List.copyOf(new LinkedHashSet<>(camera.topic(broker.bootstrapServers())));
    }

    private static void awaitPublished(int more) {
        Map<BufferedCamera, Long> goals = all().collect(Collectors.toMap(camera -> camera,
                camera -> camera.status().published() + more));
        await().until(() -> goals.entrySet().stream()
                .allMatch(goal -> goal.getKey().status().published() >= goal.getValue()));
    }

    private static BufferedCamera camera(String name, OnFull onFull, boolean spool, Sending sending,
            Map<String, Object> producer) throws Exception {
        BufferPolicy policy = new BufferPolicy(onFull, MEMORY,
                spool ? new BufferPolicy.Spool(directory.resolve(name), 50 << 20) : null);
        return BufferedCamera.of(name, policy, sending, broker.bootstrapServers(), producer);
    }

    private static Stream<BufferedCamera> all() {
        return Stream.of(waits, hurries, dropsOldest, dropsNewest, spools, restarts);
    }
}
