package dev.andon.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.andon.core.decision.Approval;
import dev.andon.core.decision.Audit;
import dev.andon.core.decision.Costs;
import dev.andon.core.decision.DailyBudget;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.QualityGate;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StillScene;
import dev.andon.core.sampling.StoppingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class LinesFileTest {

    private static final String MINIMAL = """
        lines:
          - line: 組立-1
            recipes:
              - id: bracket
                model: some-model
                prompt: What do you see?
                labels:
                  - {name: ok, result: OK}
                  - {name: missing_hole, result: NOT_OK, description: "A hole is missing."}
        """;

    @TempDir
    Path directory;

    @Test
    void manyMistakesTakeMemoryByTheirNumberAndNotItsSquare() throws IOException {
        Path file = Files.writeString(directory.resolve("lines.yaml"), "lines:\n" + "  - line:\n".repeat(4_000));

        long allocated = Allocation.of(() -> assertThat(LinesFile.read(file, "K. Sato")).isInstanceOf(
                Outcome.Invalid.class));

        assertThat(allocated).isLessThan(200 << 20);
    }

    @Test
    void recipesOfOneNameTakeMemoryByTheirNumberAndNotItsSquare() throws IOException {
        assertThat(allocatedFor(900)).isLessThan(64 << 20);
        assertThat(allocatedFor(30_000)).isLessThan(500 << 20);
    }

    private long allocatedFor(int recipes) throws IOException {
        Path file = Files.writeString(directory.resolve("lines.yaml"), "lines:\n  - line: a\n    recipes:\n"
                + "      - id: compares them knows no other.\n".repeat(recipes));
        return Allocation.of(() -> assertThat(LinesFile.read(file, "K. Sato")).isInstanceOf(Outcome.Invalid.class));
    }

    @Test
    void theLeastThatHasToBeWritten() throws IOException {
        LinePolicy policy = valid(MINIMAL).getFirst();

        assertThat(policy.line().value()).isEqualTo("組立-1");
        assertThat(policy.author()).isEqualTo("K. Sato");
        Recipe recipe = policy.recipes().getFirst();
        assertThat(recipe.labels().all()).containsExactly(new Label("ok", Result.OK, ""),
                new Label("missing_hole", Result.NOT_OK, "A hole is missing."));
        assertThat(recipe.plan()).isEqualTo(new SamplingPlan(5, 3, 1.0, 200, Duration.ofSeconds(30),
                new StoppingRule.Lossless(5, 5), null, null));
        assertThat(recipe.measure()).isEqualTo("caption-diversity");
        assertThat(recipe.gate()).isNull();
        assertThat(recipe.audit()).isEqualTo(Audit.AFTER);
        assertThat(recipe.threshold()).isEqualTo(ThresholdRule.USUAL);
        assertThat(recipe.auditShare()).as("a threshold is learnt of them").isEqualTo(0.02);
        assertThat(policy.approval()).isEqualTo(Approval.NONE);
        assertThat(policy.budget()).isNull();
    }

    @Test
    void aThresholdIsNotLearntWithoutAudits() throws IOException {
        assertThat(invalid(MINIMAL + "        auditShare: 0\n")).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("lines[0].recipes[0].auditShare");
            assertThat(problem.toString()).contains("for instance 0.02", "mode risk");
        });
    }

    @Test
    void aThresholdThatIsGivenNeedsNoAudits() throws IOException {
        Recipe recipe = valid(MINIMAL + """
                    threshold: {mode: fixed, value: 0.25, evidence: waived, waivedBy: "J. Doe"}
            """).getFirst().recipes().getFirst();

        assertThat(recipe.auditShare()).isZero();
    }

    @Test
    void whatALineMaySpendAndWhoHasToApprove() throws IOException {
        LinePolicy policy = valid(MINIMAL.replace("    recipes:", "    approval: loosening\n"
                + "    budget: {callsPerDay: 10000, tokensPerDay: 9000000000}\n    recipes:")
                + "        threshold: {mode: risk, maxValue: 0.5}\n").getFirst();

        assertThat(policy.approval()).isEqualTo(Approval.LOOSENING);
        assertThat(policy.budget()).isEqualTo(new DailyBudget(10_000L, 9_000_000_000L));
        assertThat(valid(LinesFile.write(List.of(policy)))).containsExactly(policy);
    }

    private static final Learning LEARNING = new Learning(0.5, Duration.ofHours(8), Duration.ofSeconds(2),
            Duration.ofDays(14), Duration.ofDays(3));
    private static final String LEARNT = ", maxValue: 0.5, answerWithin: 8h, correlationTime: 2s, window: 14d,"
            + " graceWindow: 3d}";

    static final List<Arguments> THRESHOLDS = List.of(
            arguments("{mode: risk}", ThresholdRule.USUAL),
            arguments("{mode: risk, alpha: 0.02, delta: 0.1, escapeAlpha: 0.005, looks: [100, 400],"
                    + " defectEvidence: waived, waivedBy: J. Doe" + LEARNT,
                    new ThresholdRule.Risk(new Promise(0.02, 0.1, 0.005, List.of(100, 400)), "J. Doe", LEARNING)),
            arguments("{mode: budget, reviewShare: 0.05, evidence: waived, waivedBy: J. Doe" + LEARNT,
                    new ThresholdRule.Budget(0.05, "J. Doe", LEARNING)),
            arguments("{mode: cost, escapeCost: 50, falseRejectCost: 1, reviewCost: 0.5, callCost: 0.01" + LEARNT,
                    new ThresholdRule.Cost(new Costs(50, 1, 0.5, 0.01), LEARNING)),
            arguments("{mode: cost, escapeCost: 50, falseRejectCost: 1, reviewCost: 0.5}",
                    new ThresholdRule.Cost(new Costs(50, 1, 0.5, 0), Learning.USUAL)));

    @ParameterizedTest
    @FieldSource("THRESHOLDS")
    void thresholdsThatAreLearnt(String text, ThresholdRule rule) throws IOException {
        List<LinePolicy> policies = valid(MINIMAL + "        threshold: " + text + "\n");

        assertThat(policies.getFirst().recipes().getFirst().threshold()).isEqualTo(rule);
        assertThat(valid(LinesFile.write(policies))).isEqualTo(policies);
    }

    @Test
    void aWaiverIsSaidWithANameAndNotByHalf() throws IOException {
        assertThat(invalid(MINIMAL + "        threshold: {mode: risk, waivedBy: J. Doe}\n")).singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("defectEvidence", "is missing"));
        assertThat(invalid(MINIMAL + "        threshold: {mode: risk, defectEvidence: waived}\n")).singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("waivedBy", "is missing"));
        assertThat(invalid(MINIMAL + "        threshold: {mode: budget, reviewShare: 0.1}\n"))
                .extracting(Problem::key).containsExactly("lines[0].recipes[0].threshold.evidence",
                        "lines[0].recipes[0].threshold.waivedBy");
    }

    @Test
    void everythingThatCanBeWritten() throws IOException {
        Recipe recipe = valid(MINIMAL + """
                    cameras: [cam-1]
                    partNumbers: [p-1, p-2]
                    captionLanguage: ja
                    samples: 7
                    minSamples: 4
                    temperature: 0.7
                    maxTokens: 100
                    timeLimit: 12s
                    maxImageSide: 1024
                    stillScene: {maxDifference: 0.02, maxAge: 10s}
                    measure: ngram-diversity
                    maxAbstainShare: 0.3
                    maxDisagreement: 0.1
                    qualityGate: {minSharpness: 20, minExposure: 0.05, maxExposure: 0.95, maxNoise: 8}
                    auditShare: 0.02
                    audit: before
                    threshold: {mode: fixed, value: 0.25, evidence: waived, waivedBy: "J. Doe"}
            """).getFirst().recipes().getFirst();

        assertThat(recipe.selector().cameras()).isEqualTo(Set.of("cam-1"));
        assertThat(recipe.selector().partNumbers()).isEqualTo(Set.of("p-1", "p-2"));
        assertThat(recipe.captionLanguage()).isEqualTo("ja");
        assertThat(recipe.plan()).isEqualTo(new SamplingPlan(7, 4, 0.7, 100, Duration.ofSeconds(12),
                new StoppingRule.Lossless(7, 7), 1024, new StillScene(0.02, Duration.ofSeconds(10))));
        assertThat(recipe.gate()).isEqualTo(new QualityGate(20, 0.05, 0.95, 8.0));
        assertThat(recipe.audit()).isEqualTo(Audit.BEFORE);
        assertThat(recipe.threshold()).isEqualTo(new ThresholdRule.Fixed(0.25, "J. Doe"));
    }

    @Test
    void allProblemsAtOnceWithKeysAndLines() throws IOException {
        List<Problem> problems = invalid("""
            lines:
              - line: bracket-1
                recipe: []
              - line: bracket-1
                recipes:
                  - id: a
                    modle: some-model
                    prompt: What do you see?
                    labels:
                      - {name: ok, result: MAYBE}
                    samples: five
                    threshold: {mode: fixed, value: 0.25}
            """);

        assertThat(problems).extracting(Problem::key).containsExactlyInAnyOrder("lines[0].recipes", "lines[0].recipe",
                "lines[1].line", "lines[1].recipes[0].model", "lines[1].recipes[0].modle",
                "lines[1].recipes[0].labels[0].result", "lines[1].recipes[0].samples",
                "lines[1].recipes[0].threshold.evidence", "lines[1].recipes[0].threshold.waivedBy");
        assertThat(problems).allSatisfy(problem -> assertThat(problem.where()).matches(".*lines.yaml:\\d+"));
        assertThat(problems.toString()).contains("did you mean recipes?", "did you mean model?");
    }

    @Test
    void theBoundsOfEveryPolicyAreCheckedOnceEach() throws IOException {
        List<Problem> problems = invalid(MINIMAL.replace("id: bracket", "id: a.b") + """
                    samples: 1
                    temperature: 0
                    measure: entropy
                    timeLimit: soon
                    auditShare: 2
            """);

        assertThat(problems).extracting(Problem::key).containsExactlyInAnyOrder("lines[0].recipes[0].samples",
                "lines[0].recipes[0].temperature", "lines[0].recipes[0].measure", "lines[0].recipes[0].timeLimit",
                "lines[0].recipes[0].auditShare");
        assertThat(problems).filteredOn(problem -> problem.key().endsWith("temperature")).singleElement()
                .satisfies(problem -> assertThat(problem.where()).endsWith("lines.yaml:11"));
    }

    @Test
    void whatIsWrittenReadsAsTheSame() throws IOException {
        List<LinePolicy> policies = valid(MINIMAL + """
                    cameras: [cam-1]
                    qualityGate: {minSharpness: 20, minExposure: 0.05, maxExposure: 0.95, maxNoise: 8}
                    threshold: {mode: fixed, value: 0.25, evidence: waived, waivedBy: "J. Doe"}
            """);

        assertThat(valid(LinesFile.write(policies))).isEqualTo(policies);
    }

    @Test
    void valuesOfOneRecipeCanBeChanged() throws IOException {
        LinePolicy policy = valid(MINIMAL).getFirst();

        Recipe recipe = changed(policy, "samples=7", "threshold.mode=fixed", "threshold.value=0.3",
                "threshold.evidence=waived", "threshold.waivedBy=J. Doe").getFirst().recipes().getFirst();

        assertThat(recipe.plan().samples()).isEqualTo(7);
        assertThat(recipe.threshold()).isEqualTo(new ThresholdRule.Fixed(0.3, "J. Doe"));
    }

    @Test
    void anotherModeForgetsWhatWasSaidOfTheOldOne() throws IOException {
        LinePolicy policy = valid(MINIMAL + """
                    threshold: {mode: fixed, value: 0.25, evidence: waived, waivedBy: "J. Doe"}
            """).getFirst();

        Recipe recipe = changed(policy, "threshold.alpha=0.02", "threshold.mode=risk", "auditShare=0.1").getFirst()
                .recipes().getFirst();

        assertThat(recipe.threshold()).isEqualTo(
                new ThresholdRule.Risk(new Promise(0.02, 0.05, null, Promise.USUAL.looks()), null, Learning.USUAL));
    }

    @Test
    void wrongChangesAreRefusedTogether() throws IOException {
        LinePolicy policy = valid(MINIMAL).getFirst();

        var refused = (Outcome.Invalid<List<LinePolicy>>) LinesFile.changed(policy, "bracket",
                List.of("sample=7", "temperature=0"), "K. Sato");

        assertThat(refused.problems()).hasSize(2);
    }

    private static List<LinePolicy> changed(LinePolicy policy, String... values) {
        return LinesFile.changed(policy, "bracket", List.of(values), "K. Sato").orElse(problems -> {
            throw new AssertionError(problems.toString());
        });
    }

    @Test
    void recognisesFilesOfPolicies() throws IOException {
        assertThat(LinesFile.is(write(MINIMAL))).isTrue();
        assertThat(LinesFile.is(Path.of("config/andon.yaml"))).isFalse();
    }

    private List<LinePolicy> valid(String text) throws IOException {
        return LinesFile.read(write(text), "K. Sato").orElse(problems -> {
            throw new AssertionError(problems.toString());
        });
    }

    private List<Problem> invalid(String text) throws IOException {
        return ((Outcome.Invalid<List<LinePolicy>>) LinesFile.read(write(text), "K. Sato")).problems();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("lines.yaml"), text);
    }
}
