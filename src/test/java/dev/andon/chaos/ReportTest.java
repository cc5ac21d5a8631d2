package dev.andon.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.andon.chaos.schedule.Plan;
import dev.andon.chaos.verify.Failovers;
import dev.andon.chaos.verify.Failovers.Times;
import dev.andon.chaos.verify.Reviews;
import dev.andon.chaos.verify.Verification;
import dev.andon.chaos.verify.Violation;
import dev.andon.core.decision.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTest {

    private static final ChaosOptions OPTIONS = new ChaosOptions(Duration.ofMinutes(3), 25, Profile.SMALL, 4, "classic",
            ReportTest.class, null);
    private static final Plan PLAN = Chaos.plan(OPTIONS);
    private static final Failovers FAILOVERS = new Failovers(new Times(2, 1, 7_800, 8_100), new Times(0, 0, 0, 0));
    private static final Reviews REVIEWS = new Reviews(60, 1, 2, 50, 3, 7, 20);
    private static final Verification GOOD = found(Map.of(), List.of());
    private static final Verification LOST = found(Map.of(Violation.LOST, 3, Violation.NEVER_SENT, 1),
            List.of("LOST: this one"));

    private static Verification found(Map<Violation, Integer> violations, List<String> examples) {
        return new Verification(100, 70, 25, Map.of(Reason.UNCERTAIN, 25), 2, 1, 4, 0, REVIEWS, violations,
                examples);
    }

    private static Report report(Verification found, boolean quiet, String... troubles) {
        return new Report(OPTIONS, PLAN, Map.of("processor", 4, "broker", 2), Map.of("killProcessor", 4), 1,
                List.of(troubles), quiet, found, FAILOVERS);
    }

    @Test
    void isCleanOnlyWhereAllWasKeptDoneAndQuiet() {
        assertThat(report(GOOD, true).clean()).isTrue();
        assertThat(report(LOST, true).clean()).isFalse();
        assertThat(report(GOOD, false).clean()).isFalse();
        assertThat(report(GOOD, true, "a broker did not start").clean()).isFalse();
    }

    @Test
    void isNotCleanWhereNothingWasTried() {
        Verification nothing = new Verification(0, 0, 0, Map.of(), 0, 0, 0, 0, new Reviews(0, 0, 0, 0, 0, 0, 0),
                Map.of(), List.of());

        assertThat(report(nothing, true).clean()).isFalse();
        Report unharmed = new Report(OPTIONS, PLAN, Map.of(), Map.of(), 0, List.of(), true, GOOD, FAILOVERS);
        assertThat(unharmed.clean()).isFalse();
        assertThat(ReportText.of(unharmed)).contains("NOT CLEAN", "proves nothing");
    }

    @Test
    void isNotCleanWhereNothingWasReviewed() {
        Verification unjudged = new Verification(100, 70, 25, Map.of(), 2, 1, 4, 0, new Reviews(0, 0, 0, 0, 0, 0, 0),
                Map.of(), List.of());

        assertThat(report(unjudged, true).clean()).isFalse();
    }

    @Test
    void tellsTheShellWhetherItIsClean() {
        assertThat(ChaosCommand.exitCode(Optional.of(report(GOOD, true)))).isZero();
        assertThat(ChaosCommand.exitCode(Optional.of(report(LOST, true)))).isEqualTo(1);
        assertThat(ChaosCommand.exitCode(Optional.empty())).isEqualTo(130);
    }

    @Test
    void saysAllThatWasFoundAsOneLineOfJson() throws Exception {
        String line = ReportJson.of(report(LOST, true));
        JsonNode json = new ObjectMapper().readTree(line);

        assertThat(line).doesNotContain("\n");
        assertThat(json.path("seed").asInt()).isEqualTo(25);
        assertThat(json.path("profile").asText()).isEqualTo("small");
        assertThat(json.path("kills").asInt()).isEqualTo(6);
        assertThat(json.path("killsByKind").path("processor").asInt()).isEqualTo(4);
        assertThat(json.path("frames").asInt()).isEqualTo(100);
        assertThat(json.path("decisions").path("reasons").path("UNCERTAIN").asInt()).isEqualTo(25);
        JsonNode reviews = json.path("reviews");
        assertThat(List.of("verdicts", "unconfirmed", "onNothing", "reviewed", "overruled", "thresholdChanges",
                "decidedByLearnt")).extracting(name -> reviews.path(name).asInt())
                .containsExactly(60, 1, 2, 50, 3, 7, 20);
        assertThat(json.path("lost").asInt()).isEqualTo(3);
        assertThat(json.path("duplicated").asInt()).as("with what was never sent").isEqualTo(1);
        assertThat(json.path("outOfOrder").asInt()).isZero();
        assertThat(json.path("policiesIntact").asBoolean()).isTrue();
        assertThat(json.path("violations")).hasSize(2);
        assertThat(json.path("failover").path("restart").path("p50").asDouble()).isEqualTo(7.8);
        assertThat(json.path("failover").path("restart").path("unfinished").asInt()).isEqualTo(1);
        assertThat(json.path("schedule")).hasSameSizeAs(PLAN.steps());
        assertThat(json.path("clean").asBoolean(true)).isFalse();
        assertThat(json.path("simulatedModel").asBoolean()).isTrue();
    }

    @Test
    void saysToPeopleWhatIsWrongWithAnExample() {
        assertThat(ReportText.of(report(GOOD, true))).contains("Every promise was kept.", "6 processes killed",
                "60 verdicts, 2 of them on nothing: 50 inspections reviewed, 3 overruled",
                "thresholds changed 7 times, 20 decisions by learnt ones");
        assertThat(ReportText.of(report(LOST, true, "a broker did not start"))).contains("NOT CLEAN", "3 lost",
                "LOST: this one", "a broker did not start");
    }
}
