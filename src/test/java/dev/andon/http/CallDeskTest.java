package dev.andon.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import dev.andon.http.Failure.Cause;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@Timeout(60)
class CallDeskTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final FakeTime time = new FakeTime();
    private final List<Endpoint> endpoints = endpoints(1);
    private final List<Endpoint> patientEndpoints = endpoints(100_000);

    private List<Endpoint> endpoints(int breakerWindow) {
        List<ServerSettings> servers = List.of(TestServers.at("http://127.0.0.1:1/v1", breakerWindow),
                TestServers.at("http://127.0.0.1:2/v1", breakerWindow));
        return Endpoint.of(servers, TestServers.METRICS, time.ambience(), new Recorder(new SimpleMeterRegistry()));
    }

    @AfterEach
    void close() {
        endpoints.forEach(Endpoint::close);
        patientEndpoints.forEach(Endpoint::close);
    }

    /** Calls of many lines that are answered, fail, are given up or interrupted: in the end every place is free. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noPlaceIsLostWhateverBecomesOfCalls(long seed) throws Exception {
        CallDesk desk = new CallDesk(patientEndpoints, line -> 1);
        AtomicInteger most = new AtomicInteger();
        SplittableRandom random = new SplittableRandom(seed);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = IntStream.range(0, 2_000).<Future<?>>mapToObj(call -> {
                SplittableRandom own = random.split();
                Future<?> future = threads.submit(() -> call(desk, own, most));
                if (own.nextInt(10) == 0) {
                    future.cancel(true);
                }
                return future;
            }).toList();
            Awaitility.await().until(() -> calls.stream().allMatch(Future::isDone));
        }

        assertThat(desk.waiting()).isZero();
        assertThat(patientEndpoints).extracting(Endpoint::inFlight).containsOnly(0);
        assertThat(most.get()).isBetween(1, 8);
    }

    @Test
    void aLineAloneHasAllPlaces() throws Exception {
        CallDesk desk = new CallDesk(endpoints, line -> 1);
        for (int call = 0; call < 8; call++) {
            assertThat(desk.enter(subject("line", call), null, LONG)).isInstanceOf(Place.At.class);
        }
        assertThat(desk.enter(subject("line", 8), null, Duration.ZERO)).isEqualTo(new Place.TooLate());
        assertThat(endpoints).extracting(Endpoint::inFlight).containsExactly(4, 4);
    }

    @Test
    void busyLinesGetPlacesByTheirWeights() throws Exception {
        CallDesk desk = new CallDesk(endpoints.subList(0, 1), line -> line.value().equals("heavy") ? 3 : 1);
        AtomicInteger heavy = new AtomicInteger();
        AtomicInteger light = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Place> held = List.of(at(desk, "x", 0), at(desk, "x", 1), at(desk, "x", 2), at(desk, "x", 3));
            for (int call = 0; call < 400; call++) {
                String line = call % 2 == 0 ? "heavy" : "light";
                AtomicInteger counter = call % 2 == 0 ? heavy : light;
                int number = call;
                threads.execute(() -> {
                    try {
                        Place place = at(desk, line, number);
                        if (heavy.get() + light.get() < 200) {
                            counter.incrementAndGet();
                        }
                        leave(desk, place, null);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            Awaitility.await().until(() -> desk.waiting() == 400);
            for (Place place : held) {
                leave(desk, place, null);
            }
        }

        assertThat(heavy.get()).isCloseTo(150, within(12));
    }

    @Test
    void whoeverWaitsIsToldWhenTheLastEndpointFails() throws Exception {
        CallDesk desk = new CallDesk(endpoints, line -> 1);
        List<Place> held = rush(desk, 8);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Place> waiting = threads.submit(() -> at(desk, "line", 99));
            Awaitility.await().until(() -> desk.waiting() == 1);

            leaveOneAt(endpoints.get(0), desk, held);
            assertThat(desk.waiting()).as("the other one may answer").isEqualTo(1);
            leaveOneAt(endpoints.get(1), desk, held);

            assertThat(waiting.get()).isInstanceOf(Place.Nowhere.class).extracting("detail").asString()
                    .startsWith("calls pause because all endpoints fail; last of 127.0.0.1:").endsWith("down");
        }
    }

    @Test
    void aLimitThatWasLoweredCancelsNothingAndGivesNoPlacesUntilItIsReached() throws Exception {
        try (Endpoint wide = endpoint(20, 100)) {
            CallDesk desk = new CallDesk(List.of(wide), line -> 1);
            List<Place> held = rush(desk, 20);

            leave(desk, held.removeLast(), turnedAway());

            assertThat(wide.limit()).isEqualTo(18);
            assertThat(wide.inFlight()).isEqualTo(19);
            leave(desk, held.removeLast(), null);
            assertThat(desk.enter(subject("line", 20), null, Duration.ZERO)).isEqualTo(new Place.TooLate());
            leave(desk, held.removeLast(), null);
            assertThat(desk.enter(subject("line", 20), null, Duration.ZERO)).isInstanceOf(Place.At.class);
        }
    }

    @Test
    void aServerThatTurnsAwayARushIsAskedLessAndNotGivenARest() throws Exception {
        try (Endpoint wide = endpoint(20, 10)) {
            CallDesk desk = new CallDesk(List.of(wide), line -> 1);
            List<Place> held = rush(desk, 20);

            held.subList(8, 20).forEach(place -> leave(desk, place, turnedAway()));

            assertThat(wide.limit()).isBetween(8, 12);
            assertThat(wide.state().isAvailable()).isTrue();
        }
    }

    private Endpoint endpoint(int places, int breakerWindow) {
        return Endpoint.of(List.of(TestServers.with(places, breakerWindow)), TestServers.METRICS, time.ambience(),
                new Recorder(new SimpleMeterRegistry())).getFirst();
    }

    private static List<Place> rush(CallDesk desk, int calls) throws InterruptedException {
        List<Place> held = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            held.add(at(desk, "line", call));
        }
        return held;
    }

    private static CallResult<String> turnedAway() {
        return new CallResult.GaveUp<>(new Failure(Cause.OVERLOADED, "busy", 1, null));
    }

    private static void leaveOneAt(Endpoint endpoint, CallDesk desk, List<Place> held) {
        held.stream().filter(place -> place instanceof Place.At at && at.endpoint() == endpoint).findFirst()
                .ifPresent(place -> leave(desk, place, failed()));
    }

    private static CallResult<String> failed() {
        return new CallResult.GaveUp<>(new Failure(Cause.SERVER, "down", 0, null));
    }

    private static Place at(CallDesk desk, String line, int call) throws InterruptedException {
        return desk.enter(subject(line, call), null, LONG);
    }

    private static void leave(CallDesk desk, Place place, @Nullable CallResult<String> result) {
        if (place instanceof Place.At at) {
            desk.leave(at, result);
        }
    }

    private static Subject subject(String line, int frame) {
        return new Subject(new LineId(line), new FrameId("frame-" + frame));
    }

    private void call(CallDesk desk, SplittableRandom random, AtomicInteger most) {
        try {
            Place place = desk.enter(subject("line-" + random.nextInt(20), random.nextInt(100)),
                    random.nextInt(5) == 0 ? patientEndpoints.get(random.nextInt(2)) : null,
                    random.nextInt(8) == 0 ? Duration.ZERO : LONG);
            try {
                most.accumulateAndGet(patientEndpoints.stream().mapToInt(Endpoint::inFlight).sum(), Math::max);
                if (random.nextBoolean()) {
                    Thread.sleep(0, 200_000);
                }
            } finally {
                leave(desk, place, random.nextInt(10) == 0
                        ? new CallResult.GaveUp<>(new Failure(random.nextBoolean() ? Cause.RATE_LIMITED : Cause.SERVER,
                                "x", 0, null))
                        : null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
