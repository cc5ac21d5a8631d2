package dev.andon.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.andon.core.decision.Audit;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.QualityGate;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StillScene;
import dev.andon.core.sampling.StoppingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(recipe.threshold()).isEqualTo(new ThresholdRule.Learnt(ThresholdMode.RISK));
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
                    qualityGate: {minSharpness: 20, minExposure: 0.05, maxExposure: 0.95}
                    auditShare: 0.02
                    audit: before
                    threshold: {mode: fixed, value: 0.25, evidence: waived, waivedBy: "J. Doe"}
            """).getFirst().recipes().getFirst();

        assertThat(recipe.selector().cameras()).isEqualTo(Set.of("cam-1"));
        assertThat(recipe.selector().partNumbers()).isEqualTo(Set.of("p-1", "p-2"));
        assertThat(recipe.captionLanguage()).isEqualTo("ja");
        assertThat(recipe.plan()).isEqualTo(new SamplingPlan(7, 4, 0.7, 100, Duration.ofSeconds(12),
                new StoppingRule.Lossless(7, 7), 1024, new StillScene(0.02, Duration.ofSeconds(10))));
        assertThat(recipe.gate()).isEqualTo(new QualityGate(20, 0.05, 0.95));
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
                    qualityGate: {minSharpness: 20, minExposure: 0.05, maxExposure: 0.95}
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
