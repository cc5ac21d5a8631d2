package dev.andon.topology.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.andon.avro.Codec;
import dev.andon.avro.Codecs;
import dev.andon.avro.InMemoryRegistry;
import dev.andon.avro.WrittenTopic;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.core.frame.Tiles;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Precedent;
import dev.andon.core.sampling.Sample;
import dev.andon.fixture.Fixture;
import dev.andon.fixture.SchemaHistory;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.fixture.TestThresholds;
import dev.andon.schema.state.InFlight;
import dev.andon.schema.state.LastInspected;
import dev.andon.schema.state.LineSpend;
import dev.andon.schema.state.LineState;
import dev.andon.schema.state.PendingPolicy;
import dev.andon.schema.state.PendingThresholds;
import dev.andon.topology.state.LineStates.InForce;
import dev.andon.topology.state.SeenFrames.Sighting;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** State that earlier versions left is gone on with: each fixture is what a store's changelog holds. */
class StateFixturesTest {

    private static final String LINE = "bracket-1";
    private static final String WAITING = "bracket-2";
    private static final String LEARNING = "bracket-3";
    private static final Instant RECEIVED = Instant.parse("2026-03-04T05:06:07.089Z");

    /** Only ever added to, see {@link Fixture}. */
    private static final List<LedgerEntry> ENTRIES = List.of(
            new LedgerEntry(new Position("frames", 3, 41), LINE, 100_000, 0xcafe, RECEIVED, null, List.of(),
                    Attempts.NONE),
            new LedgerEntry(new Position("frames", 3, 42), LINE, 2_000_000, 0xffff_ffffL, RECEIVED, "some hash",
                    List.of(new Sample(0, new Answer("ok"), "it lies flat", -7, Duration.ofMillis(400), 100, 20),
                            new Sample(2, new Answer("unsure"), "it is dark", 8, Duration.ofMillis(500), 100, 21)),
                    Attempts.NONE),
            new LedgerEntry(new Position("frames", 3, 43), LINE, 5, 6, RECEIVED, null, List.of(),
                    new Attempts(2, "some process")));

    private static final List<Precedent> PRECEDENTS = List.of(
            new Precedent(new FrameId("f-1"), 41, "cam-1", RECEIVED, "unit 3", "part 5", "some hash",
                    Tiles.of(64, 48, (x, y) -> (x + y) / 112.0),
                    List.of(new Sample(0, new Answer("ok"), "it lies flat", -7, Duration.ofMillis(400), 100, 20),
                            new Sample(1, new Answer("ok"), "flat, as drawn", 8, Duration.ofMillis(500), 100, 21))),
            new Precedent(new FrameId("穴-2"), 42, "cam:2", RECEIVED, null, null, "some hash",
                    Tiles.of(1, 1, (x, y) -> 1), List.of()));

    @TempDir
    Path directory;

    static List<Fixture> ledger() {
        return Fixture.allOf("state/InFlight");
    }

    static List<Fixture> lines() {
        return Fixture.allOf("state/LineState");
    }

    static List<Fixture> seenFrames() {
        return Fixture.allOf("state/SeenFrame");
    }

    static List<Fixture> precedents() {
        return Fixture.allOf("state/LastInspected");
    }

    static List<Fixture> spending() {
        return Fixture.allOf("state/LineSpend");
    }

    @ParameterizedTest
    @MethodSource
    void spending(Fixture fixture) throws IOException {
        LocalDate day = LocalDate.parse("2026-03-04");
        KeyValueStore<String, LineSpend> store = FixtureStore.open(fixture, Serdes.String(),
                StateCodec.LINE_SPEND.serde(), directory,
                empty -> new LineSpending(empty).add(day, LINE, new Spent(5, 8_000_000_000L)));

        LineSpending spending = new LineSpending(store);

        assertThat(spending.on(day, LINE)).isEqualTo(new Spent(5, 8_000_000_000L));
        assertThat(spending.on(day.plusDays(1), LINE)).isEqualTo(Spent.NOTHING);
        assertThat(spending.on(day, WAITING)).isEqualTo(Spent.NOTHING);
    }

    @ParameterizedTest
    @MethodSource
    void precedents(Fixture fixture) throws IOException {
        KeyValueStore<String, LastInspected> store = FixtureStore.open(fixture, Serdes.String(),
                StateCodec.LAST_INSPECTED.serde(), directory,
                empty -> PRECEDENTS.forEach(one -> new Precedents(empty).put(new LineId(LINE), one)));

        Precedents precedents = new Precedents(store);

        assertThat(PRECEDENTS).allSatisfy(
                one -> assertThat(precedents.of(new LineId(LINE), one.cameraId())).isEqualTo(one));
        assertThat(precedents.of(new LineId(WAITING), "cam-1")).isNull();
    }

    @ParameterizedTest
    @MethodSource
    void ledger(Fixture fixture) throws IOException {
        KeyValueStore<Long, InFlight> store = FixtureStore.open(fixture, Serdes.Long(), StateCodec.IN_FLIGHT.serde(),
                directory, empty -> {
                    Ledger ledger = new Ledger(empty);
                    ENTRIES.forEach(ledger::put);
                    ledger.flush();
                });

        List<LedgerEntry> entries = new Ledger(store).entries();

        assertThat(entries).isNotEmpty().isEqualTo(ENTRIES.subList(0, entries.size()));
        assertThat(fixture.isNewest() ? entries : ENTRIES).hasSameSizeAs(ENTRIES);
    }

    @ParameterizedTest
    @MethodSource
    void lines(Fixture fixture) throws IOException {
        KeyValueStore<String, LineState> store = FixtureStore.open(fixture, Serdes.String(),
                StateCodec.LINE_STATE.serde(), directory, StateFixturesTest::fill);

        LineStates lines = states(store, registry().codecs());

        LinePolicy policy = TestPolicies.fixed(LINE, 3, "some-model", 0.25);
        assertThat(lines.of(LINE)).isEqualTo(new InForce.Known(policy, Map.of("bracket",
                new Threshold(0.25, 3, ThresholdMode.FIXED, "waived by J. Doe"))));
        assertThat(lines.of(WAITING)).isEqualTo(new InForce.Known(TestPolicies.coldStart(WAITING, 1), Map.of()));
        if (fixture.version() >= 2) {
            LinePolicy learning = TestPolicies.learnt(LEARNING, 12);
            assertThat(lines.of(LEARNING)).isEqualTo(new InForce.Known(learning, Map.of("bracket",
                    new Threshold(0.4, 5, ThresholdMode.RISK, "newer", RECEIVED.plusSeconds(2)))));
        }
    }

    @ParameterizedTest
    @MethodSource
    void seenFrames(Fixture fixture) throws IOException {
        KeyValueStore<byte[], byte[]> store = FixtureStore.open(fixture, Serdes.ByteArray(), Serdes.ByteArray(),
                directory, empty -> new SeenFrames(empty, 2).see(frame("穴 1", 1), 17));

        SeenFrames seen = new SeenFrames(store, 2);

        assertThat(seen.see(frame("穴 1", 1), 18)).isEqualTo(Sighting.REPEATED);
        assertThat(seen.see(frame("穴 1", 2), 18)).isEqualTo(Sighting.CONFLICTING);
        assertThat(seen.see(frame("穴 1", 1), 17)).as("itself").isEqualTo(Sighting.FIRST);
        seen.see(frame("2", 2), 18);
        seen.see(frame("3", 3), 19);
        assertThat(seen.see(frame("穴 1", 1), 20)).as("pushed out of the ring").isEqualTo(Sighting.FIRST);
    }

    /** One line whose policy is in force, one whose policy came while the registry was away, and one that learns. */
    private static void fill(KeyValueStore<String, LineState> empty) {
        Codecs codecs = registry().codecs();
        codecs.prepare(List.of(new WrittenTopic("line-policies", WrittenTopic.Type.LINE_POLICY),
                new WrittenTopic("thresholds", WrittenTopic.Type.LINE_THRESHOLDS)), true);
        LineStates known = states(empty, codecs);
        known.replace(LINE, came(codecs.policies(), TestPolicies.fixed(LINE, 3, "some-model", 0.25)));
        known.replace(LEARNING, came(codecs.policies(), TestPolicies.learnt(LEARNING, 12)));
        known.replace(LEARNING, came(codecs, 0.3, 4, "older"));
        InMemoryRegistry away = registry();
        away.setAway(true);
        LineStates unknown = states(empty, away.codecs());
        unknown.replace(WAITING, came(codecs.policies(), TestPolicies.coldStart(WAITING, 1)));
        unknown.replace(LEARNING, came(codecs, 0.4, 5, "newer"));
    }

    private static LineStates states(KeyValueStore<String, LineState> store, Codecs codecs) {
        return new LineStates(store, codecs.policies(), codecs.thresholds(), () -> RECEIVED);
    }

    private static PendingThresholds came(Codecs codecs, double value, long version, String evidence) {
        LineThresholds thresholds = TestThresholds.of(LEARNING, value, version, evidence, RECEIVED.plusSeconds(2));
        return new PendingThresholds(ByteBuffer.wrap(codecs.thresholds().encode(thresholds)), 6L,
                RECEIVED.toEpochMilli());
    }

    private static PendingPolicy came(Codec<LinePolicy> codec, LinePolicy policy) {
        return new PendingPolicy(ByteBuffer.wrap(codec.encode(policy)), 5L, RECEIVED.toEpochMilli());
    }

    /** Knows every schema that policies and thresholds were ever written by, numbered in the order of their birth. */
    private static InMemoryRegistry registry() {
        InMemoryRegistry registry = new InMemoryRegistry();
        List<Schema> policies = SchemaHistory.of("LinePolicy");
        policies.subList(0, 4).forEach(schema -> registry.register("line-policies-value", schema));
        SchemaHistory.of("LineThresholds").forEach(schema -> registry.register("thresholds-value", schema));
        policies.subList(4, policies.size()).forEach(schema -> registry.register("line-policies-value", schema));
        return registry;
    }

    private static Frame frame(String id, int image) {
        return TestFrames.frame(LINE, id, new byte[]{(byte) image});
    }
}
