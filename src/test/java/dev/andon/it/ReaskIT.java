package dev.andon.it;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.cli.CommandRun;
import dev.andon.config.LinesFile;
import dev.andon.core.decision.Decision;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Purpose;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Sha256;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Scores;
import dev.andon.demo.DemoPolicies;
import dev.andon.demo.VlmProcess;
import dev.andon.demo.cameras.Mix;
import dev.andon.demo.cameras.SyntheticCamera;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestPolicies;
import dev.andon.it.Outputs.Published;
import dev.andon.replay.reask.Site;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Recorded frames that are asked about again, by the same policies and the same simulated model. */
@ExtendWith(SharedCluster.class)
class ReaskIT {

    private static final int EACH = Integer.getInteger("andon.reask.frames", 8);
    private static final List<String> LINES = List.of("bracket-1", "bottle-1", "board-1");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path directory;

    private static VlmProcess vlm;
    private static Plant plant;
    private static List<Frame> frames;

    /** What is decided about a frame, whenever that is. */
    private record Decided(Decision decision, @Nullable Scores scores, @Nullable Double uncertainty,
            List<Said> samples, double lot) {

        static Decided of(Inspection i) {
            return new Decided(i.decision(), i.scores(), i.uncertainty(), i.samples().stream()
                    .map(sample -> new Said(sample.answer(), sample.caption(), sample.seed())).toList(), i.lot());
        }
    }

    private record Said(Answer answer, String caption, long seed) {}

    @BeforeAll
    static void live(Cluster cluster) throws Exception {
        plant = Plant.build("history", directory, cluster);
        vlm = VlmProcess.start(Files.createDirectory(directory.resolve("vlm")), 0, 1);
        List<SyntheticCamera> cameras = SyntheticCamera.lines(3, 61, Mix.DEFAULT);
        for (LinePolicy policy : DemoPolicies.of(cameras.stream().map(SyntheticCamera::lineId).toList())) {
            plant.decree(policy);
        }
        frames = frames(cameras);
        try (Processor processor = plant.start(List.of("vlm.baseUrl=" + vlm.baseUrl()));
                Outputs outputs = plant.outputs()) {
            plant.take(frames);
            await().until(() -> decided(outputs).size() == frames.size());
            processor.stop();
        }
    }

    @AfterAll
    static void end() {
        plant.close();
        vlm.close();
    }

    /** But for one line, of which fewer samples are asked for. */
    @Test
    void theSameQuestionsHaveTheSameAnswersAndLiveTopicsAreOnlyRead() throws Exception {
        // given
        Map<TopicPartition, Long> before = ends();
        Path policies = Files.writeString(directory.resolve("fewer.yaml"), LinesFile.write(DemoPolicies.of(
                List.of("bottle-1")).stream().map(policy -> TestPolicies.asking(policy, fewer(policy))).toList()));

        Path archive = archive("board-1");

        // when
        JsonNode said = reask("again", "--policy", policies.toString(), "--images", archive.toString());

        // then
        assertThat(ends()).isEqualTo(before);
        assertThat(said.at("/plan/frames").asInt()).isEqualTo(frames.size());
        assertThat(Stream.of("RECORD", "STORE", "FOLDER", "FRAME").map(way -> said.at("/plan/by/" + way).asInt()))
                .allSatisfy(count -> assertThat(count).isPositive());
        assertThat(said.at("/finished").asBoolean()).isTrue();
        try (Outputs live = plant.outputs(); Outputs again = outputs("again")) {
            assertSame(again, live, List.of("bracket-1", "board-1"));
            assertThat(originals(again.lookToTheEnd(), "bottle-1")).hasSize(EACH + 1).allSatisfy(one -> {
                assertThat(one.inspection().simulated()).isTrue();
                assertThat(one.inspection().samples()).hasSizeLessThanOrEqualTo(3);
            });
        }
        CommandRun coverage = plant.run("images", "coverage", "--by", "day", "--json", "--images",
                archive.toString());
        assertThat(coverage.exitCode()).as(coverage.err()).isZero();
        JsonNode covered = new JsonMapper().readTree(coverage.out().lines().toList().getLast());
        assertThat(covered.at("/withImage").asInt()).isEqualTo(frames.size());
        assertThat(covered.at("/by")).isEqualTo(said.at("/plan/by"));
    }

    @Test
    void oneThatIsKilledHalfWayGoesOnAndComesToTheSame() throws Exception {
        try (Outputs live = plant.outputs(); Outputs killed = outputs("killed")) {
            // given
            Processor first = start("killed", 3);
            await().until(() -> topicsExist("killed") && killed.look().count() > frames.size() / 3);
            first.kill();
            int before = decided(killed.lookToTheEnd()).size();
            assertThat(before).isLessThan(frames.size());

            // when
            JsonNode said = reask("killed");

            // then
            assertThat(said.at("/plan/copiedBefore").asInt()).isBetween(before, frames.size() - 1);
            assertSame(killed.lookToTheEnd(), live, LINES);
        }
        assertThat(plant.run("replay", "list").out()).containsPattern("killed +" + frames.size() + " ");
        assertThat(plant.run("replay", "reask", "killed", "--line", "bottle-1", "--dry-run").err())
                .contains("was begun with other options");

        // and is gone without a trace when it is dropped
        assertThat(plant.run("replay", "drop", "killed").out()).contains("12 topics would be deleted");
        CommandRun dropped = plant.run("replay", "drop", "killed", "--execute");
        assertThat(dropped.exitCode()).as(dropped.err()).isZero();
        try (Admin admin = admin()) {
            await().until(() -> admin.listTopics().names().get().stream().noneMatch(it -> it.contains("killed")));
            assertThat(admin.listGroups().all().get()).noneMatch(group -> group.groupId().contains("killed"));
        }
        assertThat(Site.of(plant.config(), "killed", 1).config().application().stateDir()).doesNotExist();
    }

    /** What somebody kept of a line's images, under names of their own. */
    private static Path archive(String line) throws Exception {
        Path archive = directory.resolve("archive");
        Path monday = Files.createDirectories(archive.resolve("monday"));
        for (Frame frame : Shots.only(line, frames)) {
            if (frame.image() instanceof ImageSource.Inline(ImageBytes image)) {
                Files.write(monday.resolve(frame.capturedAt().getEpochSecond() + ".jpg"), image.array());
            }
        }
        return archive;
    }

    private static SamplingPlan fewer(LinePolicy policy) {
        SamplingPlan plan = policy.recipes().getFirst().plan();
        return new SamplingPlan(3, 2, plan.temperature(), plan.maxTokens(), plan.timeLimit(),
                new StoppingRule.AllSamples(),
                plan.maxImageSide(), plan.stillScene());
    }

    private static void assertSame(Outputs again, Outputs live, List<String> lines) {
        Map<String, Decided> expected = decided(live.lookToTheEnd(), lines);
        assertThat(decided(again.lookToTheEnd(), lines)).containsExactlyInAnyOrderEntriesOf(expected);
        for (String line : lines) {
            List<Published> originals = originals(again, line);
            assertThat(originals).extracting(Published::frameId).containsExactlyElementsOf(
                    Shots.only(line, frames).stream().map(frame -> frame.id().value()).toList());
            assertThat(originals).extracting(Published::sequence).containsExactlyElementsOf(
                    LongStream.rangeClosed(1, EACH + 1).boxed().toList());
        }
    }

    /** Copies for audits left out. */
    private static List<Published> originals(Outputs outputs, String line) {
        return outputs.of(line).stream().filter(one -> one.inspection().purpose() != Purpose.AUDIT).toList();
    }

    /** Decisions by frame. */
    private static Map<String, Decided> decided(Outputs outputs) {
        return decided(outputs, LINES);
    }

    private static Map<String, Decided> decided(Outputs outputs, List<String> lines) {
        Map<String, Decided> decided = new HashMap<>();
        outputs.look();
        for (String line : lines) {
            originals(outputs, line).forEach(one -> decided.put(one.frameId(), Decided.of(one.inspection())));
        }
        return decided;
    }

    private static JsonNode reask(String name, String... options) throws Exception {
        try (Processor command = start(name, 100, options)) {
            int exitCode = command.awaitEnd(LIMIT);
            assertThat(exitCode).as(plant.log()).isZero();
            return new JsonMapper().readTree(Files.readAllLines(out(name)).getLast());
        }
    }

    private static Processor start(String name, int rate, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("replay", "reask", name, "--yes", "--rate", Integer.toString(rate),
                "--json", "--set", "vlm.baseUrl=" + vlm.baseUrl()));
        words.addAll(List.of(options));
        return plant.command(out(name), words);
    }

    private static Path out(String name) {
        return directory.resolve(name + ".out");
    }

    private static Outputs outputs(String name) {
        return new Outputs(Site.of(plant.config(), name, Plant.PARTITIONS).config(), plant.codecs());
    }

    private static boolean topicsExist(String name) throws Exception {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get().contains(Site.prefix(plant.config(), name) + "human-review");
        }
    }

    private static Map<TopicPartition, Long> ends() throws Exception {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            String replays = plant.config().topics().prefix() + "replay.";
            var topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(plant.config().topics().prefix()) && !topic.startsWith(replays))
                    .toList();
            admin.describeTopics(topics).allTopicNames().get().forEach((name, topic) -> topic.partitions()
                    .forEach(p -> latest.put(new TopicPartition(name, p.partition()), OffsetSpec.latest())));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers",
                String.valueOf(plant.config().kafka().get("bootstrap.servers"))));
    }

    /** What the cameras see, and of each line a picture of nothing that is too large for a record. */
    private static List<Frame> frames(List<SyntheticCamera> cameras) throws Exception {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            for (SyntheticCamera camera : cameras) {
                frames.add(frame(camera, i, camera.next().jpeg()));
            }
        }
        for (SyntheticCamera camera : cameras) {
            frames.add(frame(camera, EACH, ImageBytes.of(Shots.noise(1))));
        }
        return frames;
    }

    private static Frame frame(SyntheticCamera camera, int number, ImageBytes image) {
        UUID id = UUID.nameUUIDFromBytes((camera.lineId() + number).getBytes(StandardCharsets.UTF_8));
        return new Frame(new FrameId(id.toString()), new LineId(camera.lineId()), camera.cameraId(), null, null, null,
                camera.partNumber(), Instant.parse("2026-11-23T08:00:00Z").plusSeconds(number), "image/jpeg",
                image.size(), Sha256.hex(image.array()), new ImageSource.Inline(image), null);
    }
}
