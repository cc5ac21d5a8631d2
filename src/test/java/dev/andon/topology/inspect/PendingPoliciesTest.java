package dev.andon.topology.inspect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import dev.andon.fixture.TestPolicies;
import dev.andon.schema.state.LineState;
import dev.andon.schema.state.PendingPolicy;
import dev.andon.topology.state.StateStores;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Policies that come while the registry is away wait in one record of the store's changelog, which has a limit. */
class PendingPoliciesTest {

    private static final int LARGE = 199_000;

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void theRegistryIsAway() {
        bench = new Bench(directory, 8);
        bench.registry.setAway(true);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void theNewestWaitAndTheOthersAreLetteredWithWhatToDo() {
        for (int i = 0; i < 10; i++) {
            bench.rawPolicy("line-1", large(i));
        }

        assertThat(waiting()).extracting(policy -> policy.getPolicy().get(5)).containsExactly((byte) 7, (byte) 8,
                (byte) 9);
        assertThat(waiting().stream().mapToInt(policy -> policy.getPolicy().remaining()).sum()).isLessThan(800_000);
        assertThat(bench.deadLetters()).hasSize(7).allSatisfy(letter -> assertThat(
                new String(letter.headers().lastHeader("__streams.errors.message").value(), StandardCharsets.UTF_8))
                .contains("publish it again"));
    }

    @Test
    void manySmallOnesAreBoundedToo() {
        byte[] policy = bench.codecs.policies().encode(TestPolicies.fixed("line-1", 1, "m".repeat(2_000), 0.25));

        for (int i = 0; i < 600_000 / policy.length + 10; i++) {
            bench.rawPolicy("line-1", policy);
        }

        assertThat(waiting().stream().mapToInt(next -> next.getPolicy().remaining()).sum()).isLessThan(600_000);
    }

    private List<PendingPolicy> waiting() {
        KeyValueStore<String, LineState> store = bench.driver.getKeyValueStore(StateStores.LINE_STATE);
        return store.get("line-1").getPending();
    }

    /** In the wire format, of a schema that nobody can look up now. */
    private static byte[] large(int number) {
        return ByteBuffer.allocate(LARGE).put((byte) 0).putInt(1_234_567).put((byte) number).array();
    }
}
