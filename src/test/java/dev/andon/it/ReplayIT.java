package dev.andon.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.cli.CommandRun;
import dev.andon.core.decision.Decision;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Sha256;
import dev.andon.core.sampling.Result;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestPolicies;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.awaitDecisions;
import static org.assertj.core.api.Assertions.assertThat;

/** History decided anew, from what a processor recorded while its policies changed, and without a model. */
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int EACH = 10;
    private static final List<String> LINES = List.of("even", "torn");

    private static final String FORGED = "forged";

    private Path directory;
    private Plant plant;

    @BeforeAll
    void record(Cluster cluster, @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path temporary) throws Exception {
        directory = temporary;
        plant = Plant.build("replayed", directory, cluster);
        plant.decree(TestPolicies.fixed(FORGED, 1, ScriptedVlm.TORN, 0.25));
        plant.decree(TestPolicies.fixed("even", 1, "steady", 0.25));
        plant.decree(TestPolicies.fixed("torn", 1, ScriptedVlm.TORN, 0.25));
        Processor processor = plant.start();
        try (Outputs outputs = plant.outputs()) {
            plant.take(Shots.ofLines(LINES, 0, EACH));
            LINES.forEach(line -> awaitDecisions(outputs, line, EACH));
            plant.decree(TestPolicies.fixed("even", 2, "steady", 0.3, "answer-entropy"));
            plant.take(Shots.ofLines(LINES, EACH, EACH));
            LINES.forEach(line -> awaitDecisions(outputs, line, 2 * EACH));
        }
        processor.kill();
        plant.vlm().close();
    }

    @AfterAll
    void close() {
        plant.close();
    }

    @Test
    void recordsFollowFromTheirSamplesAndTopicsAreLeftAlone() throws Exception {
        Map<TopicPartition, Long> before = plant.ends();

        // when
        JsonNode verified = json("replay", "verify", "--line", "even", "--line", "torn", "--json");
        JsonNode same = json("replay", "rescore", "--line", "even", "--line", "torn", "--json");
        JsonNode strict = json("replay", "rescore", "--line", "torn", "--json", "maxDisagreement=0.5",
                "maxAbstainShare=0.9", "--threshold", "1");
        JsonNode grid = json("replay", "whatif", "--measures", "caption-diversity,answer-entropy", "--samples", "3,5",
                "--thresholds", "0,0.5,1", "--json");

        // then
        assertThat(verified.at("/same").asInt()).isEqualTo(4 * EACH);
        assertThat(verified.at("/different").asInt()).isZero();
        assertThat(same.at("/frames").asInt()).isEqualTo(4 * EACH);
        assertThat(same.at("/changed").asInt()).isZero();
        assertThat(strict.at("/frames").asInt()).isEqualTo(2 * EACH);
        assertThat(strict.at("/heldBefore").asInt()).isEqualTo(2 * EACH);
        assertThat(strict.at("/toAccepted").asInt()).as("two of five are no more than half").isEqualTo(2 * EACH);
        assertThat(grid.at("/variants").size()).isEqualTo(4);
        assertThat(grid.at("/variants/0/cells").size()).isEqualTo(3);
        assertThat(plant.ends()).isEqualTo(before);
    }

    @Test
    void aRecordThatDoesNotFollowIsNamed() throws Exception {
        // given a record that says it was accepted and that its samples contradict
        Inspection held = inspections().filter(one -> one.decision().reason() == Reason.DISAGREEMENT).findFirst()
                .orElseThrow();
        Decision forged = new Decision(Route.ACCEPTED, null, Result.OK, held.decision().answer(),
                held.decision().detail(), true, false);
        plant.publish(List.of(new Inspection("i", held.frame(), new LineId(FORGED), 99L, forged, null, held.scores(),
                held.uncertainty(), held.samples(), held.asking(), held.applied(), held.image(), null, null, held.lot(),
                held.times(), false)), List.of());

        // when
        CommandRun run = plant.run("replay", "verify");

        // then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("forged #99 inspection i,", "route is recorded as ACCEPTED and comes out as"
                + " HUMAN_REVIEW");
    }

    @Test
    void peopleAreAskedOnceAboutFramesThatWouldGoAnotherWay() {
        String[] command = {"replay", "rescore", "--line", "even", "auditShare=1", "audit=before", "--queue", "3"};

        // when
        CommandRun first = plant.run(command);
        CommandRun second = plant.run(command);

        // then
        assertThat(first.out()).contains("in the queue for people: 3 frames added\n");
        assertThat(second.out()).contains("in the queue for people: 0 frames added, 3 asked about before\n");
        try (Outputs outputs = plant.outputs()) {
            List<Inspection> copies = outputs.lookToTheEnd().of("even").stream().map(Outputs.Published::inspection)
                    .filter(one -> one.purpose() == Purpose.AUDIT).toList();
            assertThat(copies).extracting(Inspection::id).doesNotHaveDuplicates().hasSize(3);
            assertThat(copies).allSatisfy(copy -> {
                assertThat(copy.decision().route()).isEqualTo(Route.ACCEPTED);
                assertThat(Sha256.hex(Objects.requireNonNull(copy.imageBytes()).array()))
                        .isEqualTo(copy.image().sha256());
            });
        }
    }

    @Test
    void aReportIsAPageOfItsOwn() throws Exception {
        Path page = directory.resolve("report.html");

        CommandRun run = plant.run("replay", "rescore", "--line", "even", "--threshold", "0", "--report",
                page.toString());

        assertThat(run.out()).contains("report: " + page);
        assertThat(Files.readString(page)).startsWith("<!doctype html>").contains("\"line\":\"even\"");
    }

    @Test
    void mistakesAreToldBeforeAnythingIsRead() {
        assertThat(plant.run("replay", "rescore", "measure=entropy").err()).contains("measure", "entropy");
        assertThat(plant.run("replay", "rescore", "--threshold", "2").err()).contains("--threshold 2.0");
        assertThat(plant.run("replay", "verify", "--from", "yesterday").err()).contains("--from yesterday is no time");
        assertThat(plant.run("replay", "whatif", "--measures", "entropy").err()).contains("answer-entropy");
        assertThat(plant.run("replay", "whatif", "--stopping", "window:1:0.2").err()).contains("window:3:0.2");
        assertThat(plant.run("replay", "reask", "n", "--dry-run", "--offsets", "1@9-7").err()).contains("ends before");
        assertThat(plant.run("replay", "rescore", "--queue", "-1").err()).contains("--queue -1");
        assertThat(plant.run("replay", "reask", "n", "--dry-run", "--images", "no-such").err())
                .contains("is no directory");
        assertThat(plant.run("replay", "rescore", "--report", "out.pdf").err()).contains(".html or .json");
    }

    private Stream<Inspection> inspections() {
        try (Outputs outputs = plant.outputs()) {
            outputs.lookToTheEnd();
            return LINES.stream().flatMap(line -> outputs.of(line).stream()).map(Outputs.Published::inspection).toList()
                    .stream();
        }
    }

    private JsonNode json(String... words) throws Exception {
        CommandRun run = plant.run(words);
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        return JSON.readTree(run.out().lines().toList().getLast());
    }
}
