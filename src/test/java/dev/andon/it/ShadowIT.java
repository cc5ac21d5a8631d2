package dev.andon.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.cli.CommandRun;
import dev.andon.config.LinesFile;
import dev.andon.core.decision.Approval;
import dev.andon.core.decision.Inspection.Applied;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.frame.Frame;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestPolicies;
import dev.andon.it.Outputs.Published;
import dev.andon.topology.inspect.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static dev.andon.it.Guarantees.assertEachOnceInOrder;
import static dev.andon.it.Guarantees.awaitDecisions;
import static org.assertj.core.api.Assertions.assertThat;

/** Candidates that are tried out beside what decides: on the same frames, without a trace on live topics, and promoted. */
@ExtendWith(SharedCluster.class)
class ShadowIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int EACH = 30;
    private static final String ALIKE = "alike";
    private static final String APART = "apart";
    private static final String PLAIN = "plain";
    private static final List<String> LINES = List.of(ALIKE, APART, PLAIN);
    private static final String SHARE = "shadow.share=0.5";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private Plant plant;

    @BeforeEach
    void build(Cluster cluster, TestInfo test) throws Exception {
        plant = Plant.build(test.getTestMethod().orElseThrow().getName(), directory, cluster);
        for (String line : LINES) {
            plant.decree(TestPolicies.fixed(line, 1, "steady", 0.25));
        }
        propose(TestPolicies.fixed(ALIKE, 1, "newer", 0.25), TestPolicies.fixed(APART, 1, ScriptedVlm.TORN, 0.25));
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void whatIsLiveKnowsNothingOfACandidateUntilItIsPromoted() throws Exception {
        // given
        List<Frame> frames = new ArrayList<>(Shots.ofLines(LINES, 0, EACH));
        List<Frame> drawn = frames.stream().filter(frame -> !frame.line().value().equals(PLAIN))
                .filter(frame -> new Scope.Drawn("andon", 0.5).has(frame.id())).toList();
        int alike = Shots.only(ALIKE, drawn).size();
        int apart = Shots.only(APART, drawn).size();
        plant.vlm().slow(Duration.ofSeconds(1));
        plant.start();
        Processor trial = tryOut();
        try (Outputs live = plant.outputs(); Outputs shadow = plant.shadow()) {

            // when the shadow is killed in the middle
            plant.take(frames);
            awaitDecisions(shadow, APART, 1);
            trial.kill();
            plant.vlm().slow(Duration.ZERO);
            assertThat(shadow.lookToTheEnd().count()).as("it was in the middle").isLessThan(drawn.size());
            trial = tryOut();
            LINES.forEach(line -> awaitDecisions(live, line, EACH));
            awaitDecisions(shadow, ALIKE, alike);
            awaitDecisions(shadow, APART, apart);
            assertThat(trial.stop()).isIn(0, 143);

            // then live topics are as ever, and each drawn frame was tried once
            assertEachOnceInOrder(live.lookToTheEnd(), frames);
            assertThat(live.count()).as("neither audits nor dead letters").isEqualTo(frames.size());
            assertEachOnceInOrder(shadow.lookToTheEnd(), drawn);
            assertThat(shadow.count()).isEqualTo(drawn.size());
            assertThat(shadow.of(APART)).noneMatch(Published::isAccepted)
                    .allSatisfy(one -> assertThat(one.inspection().imageBytes()).isNull());

            // and the comparison says so
            JsonNode compared = compare();
            assertThat(compared.at("/frames").asInt()).isEqualTo(drawn.size());
            assertThat(compared.at("/toHeld").asInt()).isEqualTo(apart);
            assertThat(compared.at("/agreement").asDouble()).isEqualTo((double) alike / drawn.size());
            assertThat(compared.at("/onlyLive").asInt() + compared.at("/onlyShadow").asInt()).isZero();
            assertThat(compared.at("/effortAfter/tokensPerFrame").asInt()).isEqualTo(5 * 120);

            // and the candidate decides once it is promoted
            CommandRun promoted = plant.run("policy", "promote", APART, "--author", "J. Doe");
            assertThat(promoted.out()).as(promoted.err()).contains("version 1 → 2", "1 policy written");
            assertThat(plant.run("policy", "shadow", "list").out()).contains(ALIKE).doesNotContain(APART);
            plant.take(Shots.of(APART, EACH, 1));
            awaitDecisions(live, APART, EACH + 1);
            Applied applied = Objects.requireNonNull(live.of(APART).getLast().inspection().applied());
            assertThat(applied.policyVersion()).isEqualTo(2);
            assertThat(applied.model()).isEqualTo(ScriptedVlm.TORN);
        }
    }

    @Test
    void candidatesAreToldApartAndCleared() throws Exception {
        CommandRun dry = plant.run("policy", "promote", ALIKE, "--author", "J. Doe", "--dry-run");
        assertThat(dry.out()).as(dry.err()).contains("model changed, revision 1 → 2", "1 policy would be written");

        propose(TestPolicies.fixed(ALIKE, 1, "newest", 0.25));

        assertThat(plant.run("policy", "shadow", "get", ALIKE).out()).contains("# version 3 by J. Doe", "newest");
        assertThat(plant.run("policy", "shadow", "clear", ALIKE).out()).contains("candidate 3 cleared");
        CommandRun none = plant.run("policy", "promote", ALIKE, "--author", "J. Doe");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("line alike has no candidate", APART);
        assertThat(plant.run("policy", "get", ALIKE).out()).contains("# version 1 by", "steady");
    }

    @Test
    void aLooserOneNeedsASecondPersonWhereThePolicyAsksForOne() throws Exception {
        // given
        plant.decree(approved(TestPolicies.fixed(PLAIN, 2, "steady", 0.25)));
        propose(approved(TestPolicies.fixed(PLAIN, 1, "steady", 0.5)));

        // when
        CommandRun alone = plant.run("policy", "promote", PLAIN, "--author", "J. Doe");
        CommandRun together = plant.run("policy", "promote", PLAIN, "--author", "J. Doe", "--approved-by", "A. Other");

        // then
        assertThat(alone.exitCode()).isEqualTo(1);
        assertThat(alone.err()).contains("nothing is written", "--approved-by");
        assertThat(together.out()).as(together.err()).contains("version 2 → 3", "1 policy written");
        assertThat(plant.run("policy", "get", PLAIN).out()).contains("approved by A. Other");
        assertThat(plant.run("policy", "shadow", "list").out()).doesNotContain(PLAIN);
    }

    private static LinePolicy approved(LinePolicy policy) {
        return new LinePolicy(policy.line(), policy.version(), policy.author(), policy.approver(), policy.recipes(),
                Approval.LOOSENING, policy.budget());
    }

    private Processor tryOut() throws Exception {
        return plant.start(List.of("--roles", "shadow"), List.of(SHARE));
    }

    private void propose(LinePolicy... candidates) throws Exception {
        Path file = Files.writeString(directory.resolve("candidates.yaml"), LinesFile.write(List.of(candidates)));
        CommandRun run = plant.run("policy", "shadow", "apply", file.toString(), "--author", "J. Doe");
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    }

    private JsonNode compare() throws Exception {
        CommandRun run = plant.run("replay", "shadow", "--json", "--set", SHARE);
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        return JSON.readTree(run.out().lines().toList().getLast());
    }
}
