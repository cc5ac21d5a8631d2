package dev.andon.topology.inspect;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Route;
import dev.andon.core.sampling.Sampler;
import dev.andon.demo.vlmserver.FaultCatalogue;
import dev.andon.demo.vlmserver.FaultyServer;
import dev.andon.fixture.TestFrames;
import dev.andon.fixture.TestPolicies;
import dev.andon.metrics.MetricNames;
import dev.andon.vlm.OpenAiSampler;
import dev.andon.vlm.TestSamplers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a frame becomes, and why, for each way in which the model's server can fail: real HTTP, the bench's time. */
@Timeout(60)
class ModelFaultsTest {

    /** More than an answer takes on a slow machine. */
    private static final Duration AMPLE = Duration.ofSeconds(20);

    private static final Set<String> TIMED_OUT = Set.of("hang", "hang-after-headers", "hang-in-body", "slow", "drip");

    @TempDir
    Path directory;

    private @Nullable OpenAiSampler sampler;

    @AfterEach
    void close() {
        if (sampler != null) {
            sampler.close();
        }
    }

    /**
     * What a fault that befalls every request makes of a frame of five samples.
     *
     * @param reason why it is held; null where it is accepted
     * @param detail a part of what the decision says
     * @param calls  HTTP requests: 5 where none is repeated, 15 where each is made three times; 10 where answers that
     *               are no samples are made up for
     */
    record Row(String fault, @Nullable Reason reason, String detail, int calls) {
        @Override
        public String toString() {
            return fault + " → " + (reason == null ? "accepted" : reason) + " after " + calls;
        }
    }

    static List<Row> rows() {
        return List.of(
                repeated("refused", "the model failed: no connection: java.net.ConnectException"),
                repeated("reset", "the model failed: no connection: "),
                repeated("reset-after-headers", "the model failed: no connection: "),
                repeated("reset-in-body", "the model failed: no connection: "),
                repeated("hang", "the model failed: no answer within vlm.callTimeout, 60 ms"),
                repeated("hang-after-headers", "the model failed: no answer within vlm.callTimeout, 60 ms"),
                repeated("hang-in-body", "the model failed: no answer within vlm.callTimeout, 60 ms"),
                repeated("slow", "the model failed: no answer within vlm.callTimeout, 60 ms"),
                repeated("drip", "the model failed: no answer within vlm.callTimeout, 60 ms"),
                refused("status-400", "`andon vlm probe` finds out what the server takes"),
                refused("status-401", "check vlm.apiKey or vlm.apiKeyFile"),
                refused("status-403", "check what the key (vlm.apiKey) may use"),
                refused("status-404", "check vlm.baseUrl (up to and with /v1) and the recipe's model"),
                repeated("status-408", "the model failed: HTTP 408"),
                refused("status-413", "send smaller images, or raise the server's limit"),
                refused("status-422", "`andon vlm probe` finds out what the server takes"),
                new Row("status-424", Reason.VLM_UNAVAILABLE, "the model failed: HTTP 424", 10),
                repeated("status-425", "the model failed: HTTP 425"),
                repeated("status-429", "the model failed: HTTP 429"),
                repeated("status-429-seconds", "the model failed: HTTP 429"),
                repeated("status-429-date", "the model failed: HTTP 429"),
                repeated("status-500", "the model failed: HTTP 500"),
                repeated("status-502", "the model failed: HTTP 502"),
                repeated("status-503", "the model failed: HTTP 503"),
                repeated("status-503-seconds", "the model failed: HTTP 503"),
                repeated("status-503-date", "the model failed: HTTP 503"),
                repeated("status-504", "the model failed: HTTP 504"),
                repeated("status-529", "the model failed: HTTP 529"),
                repeated("status-529-seconds", "the model failed: HTTP 529"),
                repeated("status-529-date", "the model failed: HTTP 529"),
                refused("quota", "raise the limit of the account"),
                repeated("html", "is no chat completion; check vlm.baseUrl"),
                repeated("truncated-json", "is no chat completion; check vlm.baseUrl"),
                repeated("huge", "more than 1048576 bytes, which is no chat completion; check vlm.baseUrl"),
                unusable("invalid-utf8", "the caption is damaged: the server sent bytes that are no UTF-8"),
                unusable("no-choices", "the server gave 0 of 1 choices"),
                unusable("content-filter", "the model or a content filter declined to answer"),
                unusable("refusal", "the model or a content filter declined to answer"),
                accepted("think-tags"),
                unusable("endless-thought", "the token limit was reached before the JSON object"),
                unusable("reasoning-only", "no JSON object with an answer"),
                unusable("wrong-schema", "no JSON object with an answer"),
                unusable("unknown-label", "'splendid' is none of the recipe's answers"),
                unusable("cut-off", "the JSON object breaks off"),
                accepted("identical"),
                accepted("fewer-choices"));
    }

    private static Row repeated(String fault, String detail) {
        return new Row(fault, Reason.VLM_UNAVAILABLE, detail, 15);
    }

    private static Row refused(String fault, String detail) {
        return new Row(fault, Reason.VLM_UNAVAILABLE, detail, 5);
    }

    private static Row unusable(String fault, String detail) {
        return new Row(fault, Reason.TOO_FEW_SAMPLES, "answers that were no samples: 10, the last because " + detail,
                10);
    }

    private static Row accepted(String fault) {
        return new Row(fault, null, "", 5);
    }

    @Test
    void everyFaultHasItsRow() {
        assertThat(rows()).extracting(Row::fault)
                .containsExactlyInAnyOrderElementsOf(FaultCatalogue.orders(1).keySet());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aFaultOfEveryRequestHoldsTheFrameAndSaysWhy(Row row) throws Exception {
        Duration timeout = TIMED_OUT.contains(row.fault()) ? Duration.ofMillis(60) : AMPLE;
        try (Shift shift = new Shift(timeout, 1)) {
            Inspection inspection = shift.inspect(order(row.fault()));

            assertThat(inspection.decision().reason()).as(inspection.decision().detail()).isEqualTo(row.reason());
            assertThat(inspection.decision().detail()).contains(row.detail());
            assertThat(shift.calls()).isEqualTo(row.calls());
        }
    }

    @Test
    void aFaultOfOneRequestCostsNoFrame() throws Exception {
        try (Shift shift = new Shift(AMPLE, 1)) {
            for (String fault : FaultCatalogue.orders(1).keySet()) {
                if (!TIMED_OUT.contains(fault) && !fault.equals("refused")) {
                    Inspection inspection = shift.inspect(once(order(fault)));

                    assertThat(inspection.decision().route()).as(fault + ": " + inspection.decision().detail())
                            .isEqualTo(Route.ACCEPTED);
                }
            }
        }
    }

    @Test
    void aSingleHangCostsNoFrame() throws Exception {
        try (Shift shift = new Shift(Duration.ofSeconds(1), 1)) {
            Inspection inspection = shift.inspect(once(order("hang-in-body")));

            assertThat(inspection.decision().route()).as(inspection.decision().detail()).isEqualTo(Route.ACCEPTED);
            assertThat(inspection.samples()).hasSize(5);
        }
    }

    @ParameterizedTest
    @MethodSource("pauses")
    void thePauseThatTheServerAsksForIsKept(String fault) throws Exception {
        try (Shift shift = new Shift(AMPLE, 1)) {
            Instant begun = shift.bench.now();
            Inspection inspection = shift.inspect(once(order(fault)));

            assertThat(inspection.samples()).hasSize(5);
            assertThat(Duration.between(begun, inspection.times().decided())).isBetween(Duration.ofSeconds(1),
                    Duration.ofSeconds(3));
        }
    }

    static Stream<String> pauses() {
        return Stream.of("status-429-seconds", "status-429-date", "status-503-seconds", "status-503-date");
    }

    @Test
    void choicesThatDoNotComeAreAskedForSingly() throws Exception {
        try (Shift shift = new Shift(AMPLE, 5)) {
            Inspection inspection = shift.inspect(order("fewer-choices"));

            assertThat(inspection.decision().route()).as(inspection.decision().detail()).isEqualTo(Route.ACCEPTED);
            assertThat(inspection.samples()).hasSize(5);
            assertThat(inspection.asking().invalid()).isEqualTo(4);
            assertThat(shift.calls()).isEqualTo(5);
        }
    }

    @Test
    void identicalSamplesAreCounted() throws Exception {
        try (Shift shift = new Shift(AMPLE, 1)) {
            assertThat(shift.inspect(order("identical")).samples()).extracting("caption").containsOnly(
                    "The bracket lies flat on the table and shows all four holes, as seen by 7");
            assertThat(shift.bench.recorder.counted(MetricNames.SAMPLES_IDENTICAL)).isEqualTo(1);
        }
    }

    private static String order(String fault) {
        String order = FaultCatalogue.orders(1).getOrDefault(fault, "");
        return fault.equals("refused") ? order.replace("\"seconds\":5", "\"seconds\":600") : order;
    }

    private static String once(String order) {
        return order.replaceFirst("\\{", "{\"times\":1,");
    }

    /** A bench whose model is a server that can fail. */
    private final class Shift implements AutoCloseable {

        final Bench bench;
        private final FaultyServer server;
        private int frames;

        Shift(Duration callTimeout, int choices) throws Exception {
            Bench[] made = new Bench[1];
            server = FaultyServer.start(() -> made[0].now());
            bench = new Bench(directory, it -> model(it, callTimeout, choices));
            made[0] = bench;
            bench.policy(TestPolicies.fixed("line-1", 1, "andon-simulated-vlm", 0.25));
        }

        private Sampler model(Bench it, Duration callTimeout, int choices) {
            sampler = TestSamplers.of(server.baseUrl(), callTimeout, choices, it.recorder, it::now, it::sleep);
            return sampler;
        }

        Inspection inspect(String order) throws Exception {
            server.order(order);
            bench.frame(TestFrames.frame("line-1", "f" + ++frames, 10));
            bench.pass(Duration.ofMillis(20));
            List<Inspection> all = Stream.concat(bench.accepted().stream(), bench.humanReview().stream()).toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }

        double calls() {
            return bench.recorder.counted(MetricNames.VLM_CALLS);
        }

        @Override
        public void close() {
            bench.close();
            server.close();
        }
    }
}
