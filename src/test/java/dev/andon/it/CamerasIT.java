package dev.andon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.NeedsFfmpeg;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.rtsp.Codec;
import dev.andon.fixture.rtsp.TestCamera;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cameras that lose their power and get it back at random: everything that they show while they are connected arrives, as
 * seldom as was asked for and with its own time.
 */
@NeedsFfmpeg
@ExtendWith(SharedCluster.class)
class CamerasIT {

    /** For a soak: {@code -Dandon.soak.minutes=4320}. */
    private static final double MINUTES = Double.parseDouble(System.getProperty("andon.soak.minutes", "0.5"));
    private static final long SEED = Long.getLong("andon.soak.seed", 1);
    private static final int RATE = 25;
    private static final int TAKEN = 5;

    /** Of numbers, from one frame to the next. */
    private static final int STEP = RATE / TAKEN;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final Map<String, TestCamera> cameras = new LinkedHashMap<>();

    @AfterEach
    void end() throws IOException {
        for (TestCamera camera : cameras.values()) {
            camera.close();
        }
    }

    @Test
    void everythingThatIsShownArrives(Cluster cluster) throws Exception {
        for (Codec codec : Codec.values()) {
            cameras.put(codec.name(), TestCamera.start(codec, RATE, "user:se cret"));
        }
        Files.writeString(directory.resolve("login"), "user:se cret\n");
        try (Plant plant = Plant.build("cameras", directory, cluster);
                TakenFrames frames = new TakenFrames(plant.config(), plant.codecs())) {
            // given
            Path file = write(cameras.keySet().stream().toList());
            Processor ingest = plant.start(List.of("--roles", "ingest"), List.of("ingest.cameras=" + file));
            for (String name : cameras.keySet()) {
                await().until(() -> frames.look().of(name).size() > 2 * TAKEN);
            }
            int descriptors = ingest.descriptors();

            // when
            Map<String, List<Integer>> switched = switchAtRandom(frames);
            for (String name : cameras.keySet()) {
                int before = frames.of(name).size();
                await().until(() -> frames.look().of(name).size() > before + 2 * TAKEN);
            }

            // then
            switched.forEach((name, ends) -> check(frames.of(name), ends, camera(name).shown()));
            assertThat(ingest.children("ffmpeg")).isEqualTo(cameras.size());
            assertThat(ingest.descriptors()).isLessThan(descriptors + 20);
            assertThat(plant.log()).doesNotContain("se cret").doesNotContain("se%20cret");

            // when
            write(List.of("H264"));
            await().until(() -> ingest.children("ffmpeg") == 1);
            List<ProcessHandle> left = ingest.descendants();
            assertThat(ingest.stop()).isZero();

            // then
            await().until(() -> left.stream().noneMatch(ProcessHandle::isAlive));
            Map<String, List<JsonNode>> events = events(plant);
            switched.forEach((name, ends) -> assertThat(states(events.getOrDefault(name, List.of())))
                    .containsExactlyElementsOf(expected(ends.size())));
        }
    }

    /** Turns cameras off and on. Returns the last number that each one had shown each time that it was turned off. */
    private Map<String, List<Integer>> switchAtRandom(TakenFrames frames) throws Exception {
        Random random = new Random(SEED);
        Map<String, List<Integer>> switched = new LinkedHashMap<>();
        List<String> names = List.copyOf(cameras.keySet());
        names.forEach(name -> switched.put(name, new ArrayList<>()));
        Instant end = Instant.now().plusMillis((long) (MINUTES * 60_000));
        while (Instant.now().isBefore(end)) {
            String name = names.get(random.nextInt(names.size()));
            TestCamera camera = camera(name);
            camera.powerOff();
            switched.computeIfAbsent(name, _ -> new ArrayList<>())
                    .add(camera.shown().keySet().stream().mapToInt(number -> number).max().orElseThrow());
            lookFor(frames, Duration.ofMillis(random.nextInt(5_000)));
            camera.powerOn();
            int before = frames.of(name).size();
            await().until(() -> frames.look().of(name).size() > before + TAKEN);
            lookFor(frames, Duration.ofMillis(random.nextInt(3_000)));
        }
        return switched;
    }

    private static void lookFor(TakenFrames frames, Duration time) throws IOException {
        Instant end = Instant.now().plus(time);
        while (Instant.now().isBefore(end)) {
            frames.look();
        }
    }

    /** @param ends the last number of each time that the camera was connected, but for the last */
    private static void check(List<TakenFrames.Seen> frames, List<Integer> ends, Map<Integer, Instant> shown) {
        List<Integer> numbers = frames.stream().map(TakenFrames.Seen::number).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
        for (int i = 1; i < numbers.size(); i++) {
            int from = numbers.get(i - 1);
            int to = numbers.get(i);
            boolean connected = ends.stream().noneMatch(end -> from <= end && end < to);
            if (connected) {
                assertThat(to - from).as("from %d to %d", from, to).isBetween(STEP - 1, STEP + 1);
            }
        }
        for (TakenFrames.Seen frame : frames) {
            Instant at = Objects.requireNonNull(shown.get(frame.number()));
            assertThat(frame.capturedAt()).as("of %d", frame.number())
                    .isAfter(at.minusMillis(50))
                    .isBefore(at.plusSeconds(5));
        }
    }

    private TestCamera camera(String name) {
        return Objects.requireNonNull(cameras.get(name));
    }

    private Path write(List<String> names) throws IOException {
        return Files.writeString(directory.resolve("cameras.yaml"), names.stream().map(name -> """
              - camera: %s
                line: line-%s
                stream: {url: "%s", loginFile: %s}
                pictures: {rate: %d}
            """.formatted(name, name, camera(name).url(), directory.resolve("login"), TAKEN))
                .collect(Collectors.joining("", "cameras:\n", "")));
    }

    private static Map<String, List<JsonNode>> events(Plant plant) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : plant.run("tail", "camera-events", "--from", "beginning", "--no-follow", "--json").out()
                .lines()
                .toList()) {
            events.add(JSON.readTree(line));
        }
        return events.stream().collect(Collectors.groupingBy(event -> event.findValue("cameraId").textValue()));
    }

    /** One after the other, each once, whatever else was said meanwhile. */
    private static List<String> states(List<JsonNode> events) {
        List<String> states = new ArrayList<>();
        for (JsonNode event : events) {
            String state = event.findValue("state").textValue();
            if (states.isEmpty() || !states.getLast().equals(state)) {
                states.add(state);
            }
        }
        return states;
    }

    private static List<String> expected(int times) {
        List<String> states = new ArrayList<>(List.of("STARTING", "ONLINE"));
        for (int time = 0; time < times; time++) {
            states.addAll(List.of("OFFLINE", "ONLINE"));
        }
        states.add("REMOVED");
        return states;
    }
}
