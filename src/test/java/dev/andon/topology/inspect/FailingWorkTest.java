package dev.andon.topology.inspect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.andon.avro.Codec;
import dev.andon.avro.Decoding;
import dev.andon.core.decision.LinePolicy;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.schema.state.LineState;
import dev.andon.topology.source.FrameRecord;
import dev.andon.topology.source.FrameSource;
import dev.andon.topology.state.LineStates;
import dev.andon.topology.state.LineStates.InForce;
import dev.andon.topology.state.StateStores;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Work that fails in ways nobody foresaw leaves nothing behind that waits or holds for ever. */
class FailingWorkTest {

    private static final String MODEL = "some-model";

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory, 8);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aReadThatFailsUnforeseenIsTriedAgain() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.registry.setAway(true);
        byte[] value = bench.encoded(TestFrames.frame("line-1", "f1", 10));
        bench.record("line-1", value);
        bench.registry.setAway(false);
        bench.rereads(() -> {
            throw new IllegalStateException("a fault of the program");
        });
        bench.pass(Duration.ofSeconds(2));
        assertThat(bench.window.items()).as("a frame that waits holds no place").isZero();

        bench.rereads(new FrameSource.Read.Found(
                new FrameRecord("line-1".getBytes(StandardCharsets.UTF_8), value, new RecordHeaders())));
        bench.pass(Duration.ofSeconds(2));
        bench.pass(Duration.ofSeconds(2));

        assertThat(bench.accepted()).hasSize(1);
    }

    @Test
    void aTaskGivesBackItsPlacesAlsoIfItsSourceCannotBeClosed() {
        bench.policy(TestPolicies.fixed("line-1", 1, MODEL, 0.25));
        bench.workers.hold();
        bench.frame(TestFrames.frame("line-1", "f1", 10));
        bench.onSourceClose(() -> {
            throw new IllegalStateException("the broker is away");
        });

        Bench closed = bench;
        closed.close();
        bench = new Bench(directory.resolve("next"), 8);

        assertThat(closed.window.items()).isZero();
        assertThat(closed.window.bytes()).isZero();
        assertThat(closed.open).hasValue(0);
    }

    @Test
    void framesWaitForAPolicyThatCannotBeReadAnyMore() {
        KeyValueStore<String, LineState> store = bench.driver.getKeyValueStore(StateStores.LINE_STATE);
        store.put("line-1", new LineState(ByteBuffer.allocate(9), List.of(), List.of(), null));

        InForce inForce = new LineStates(store, new ForgetfulCodec(), bench.codecs.thresholds(), bench::now)
                .of("line-1");

        assertThat(inForce).isInstanceOfSatisfying(InForce.Unreadable.class,
                away -> assertThat(away.detail()).contains("line-1", "schema id 7", "andon policy"));
    }

    /** Reads nothing, as with a registry that was made anew. */
    private static final class ForgetfulCodec implements Codec<LinePolicy> {

        @Override
        public Decoding<LinePolicy> decode(byte @Nullable [] bytes) {
            return new Decoding.Undecodable<>("SomeException", "schema id 7 is not in the registry", "");
        }

        @Override
        public byte[] encode(LinePolicy value) {
            throw new UnsupportedOperationException();
        }
    }
}
