package dev.andon.core.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import dev.andon.core.decision.Findings.Problem;
import dev.andon.core.frame.ImageQuality;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

class DecisionRulesTest {

    private static final Set<Reason> EARLY = Set.of(Reason.SOURCE_LOST, Reason.NO_POLICY, Reason.POOR_IMAGE);
    private static final Set<Reason> TOO_FEW = Set.of(Reason.TOO_FEW_SAMPLES, Reason.VLM_UNAVAILABLE,
            Reason.BUDGET);

    /** What each rule holds: what is found, the reason, and the sentence. */
    static final List<Arguments> HELD = List.of(
            held("1 problem of the frame", it -> it.problem = new Problem(Reason.SOURCE_LOST, "gone from cameras-0@7"),
                    Reason.SOURCE_LOST, "gone from cameras-0@7"),
            held("2 no recipe", it -> it.recipe = null, Reason.NO_POLICY,
                    "the line has no policy, or no recipe of it matches the frame's camera and part number"),
            held("3 blurred", it -> it.quality = quality(19.99999, 0.5), Reason.POOR_IMAGE,
                    "sharpness 19.9999 is below the recipe's 20"),
            held("3 dark", it -> it.quality = quality(100, 0.04), Reason.POOR_IMAGE,
                    "exposure 0.04 is below the recipe's 0.05"),
            held("3 bright", it -> it.quality = quality(100, 0.951), Reason.POOR_IMAGE,
                    "exposure 0.951 is above the recipe's 0.95"),
            held("3 sharpness no number", it -> it.quality = quality(Double.NaN, 0.5), Reason.POOR_IMAGE,
                    "sharpness NaN is below the recipe's 20"),
            held("3 exposure no number", it -> it.quality = quality(100, Double.NaN), Reason.POOR_IMAGE,
                    "exposure NaN is below the recipe's 0.05"),
            held("3 noisy", it -> {
                it.recipe(recipe -> recipe.gate = new QualityGate(20, 0.05, 0.95, 1.9999));
            }, Reason.POOR_IMAGE, "noise 2 is above the recipe's 1.9999"),
            held("3 noise no number", it -> {
                it.recipe(recipe -> recipe.gate = new QualityGate(20, 0.05, 0.95, 2.0));
                it.quality = new ImageQuality(640, 480, 100, 0.5, Double.NaN);
            }, Reason.POOR_IMAGE, "noise NaN is above the recipe's 2"),
            held("3 not measured", it -> it.quality = null, Reason.POOR_IMAGE,
                    "the recipe sets a gate, but the sharpness, exposure and noise of the image are unknown"),
            held("4 too few", it -> {
                it.answers = "ok ok";
                it.invalid = 4;
            }, Reason.TOO_FEW_SAMPLES, "valid samples: 2 of the 3 that are needed; answers that were no samples: 4"),
            held("4 too few, and why", it -> {
                it.answers = "ok ok";
                it.invalid = 4;
                it.rejected = "no caption";
            }, Reason.TOO_FEW_SAMPLES, "valid samples: 2 of the 3 that are needed; answers that were no samples: 4, "
                    + "the last because no caption"),
            held("4 none", it -> it.answers = "", Reason.TOO_FEW_SAMPLES,
                    "valid samples: 0 of the 3 that are needed; answers that were no samples: 0"),
            held("4 model away", it -> {
                it.answers = "ok ok";
                it.unavailable = "HTTP 503";
            }, Reason.VLM_UNAVAILABLE,
                    "valid samples: 2 of the 3 that are needed; answers that were no samples: 0; the model failed: HTTP 503"),
            held("4 budget used up", it -> {
                it.answers = "ok ok";
                it.unavailable = "not asked, since 100 of 100 calls are spent";
                it.overBudget = true;
            }, Reason.BUDGET,
                    "valid samples: 2 of the 3 that are needed; answers that were no samples: 0; not asked, since"
                            + " 100 of 100 calls are spent"),
            held("4 one sample, whatever the recipe says", it -> {
                it.recipe(recipe -> recipe.minSamples = 0);
                it.answers = "ok";
            }, Reason.TOO_FEW_SAMPLES, "valid samples: 1 of the 2 that are needed; answers that were no samples: 0"),
            held("5 mostly unsure", it -> it.answers = "unsure ok unsure bent unsure", Reason.ABSTAINED,
                    "the most frequent answer is unsure, 3 of 5"),
            held("5 unsure before unexpected", it -> it.answers = "unexpected unsure unexpected unsure",
                    Reason.ABSTAINED, "the most frequent answer is unsure, 2 of 4"),
            held("5 mostly unexpected", it -> it.answers = "unexpected ok unexpected unexpected bent",
                    Reason.UNEXPECTED, "the most frequent answer is unexpected, 3 of 5: none of the labels"),
            held("5 a label that the recipe no longer has", it -> it.answers = "worn worn worn", Reason.UNEXPECTED,
                    "the most frequent answer is worn, 3 of 3: none of the labels"),
            held("5 tied over results", it -> it.answers = "bent ok ok bent", Reason.TIED,
                    "2 of 4 samples each give answers with different results: [ok, bent]"),
            held("5 tied with unsure", it -> it.answers = "unsure ok ok unsure bent", Reason.TIED,
                    "2 of 5 samples each give answers with different results: [ok, unsure]"),
            held("5 tied with a label that is none", it -> it.answers = "worn ok ok worn", Reason.TIED,
                    "2 of 4 samples each give answers with different results: [ok, worn]"),
            held("5 two of five unsure are just too many", it -> it.answers = "unsure ok ok ok unsure",
                    Reason.ABSTAINED, "2 of 5 samples are unsure; a share of 0.4 or more is held"),
            held("5 a limit that is no number", it -> it.recipe(recipe -> recipe.maxAbstainShare = Double.NaN),
                    Reason.ABSTAINED, "0 of 5 samples are unsure; a share of NaN or more is held"),
            held("6 two of five differ", it -> it.answers = "ok ok bent ok missing_hole", Reason.DISAGREEMENT,
                    "result-disagreement 0.4 is above the recipe's 0.2"),
            held("6 most samples contradict the most frequent answer", it -> {
                it.answers = "ok ok bent missing_hole unsure";
                it.recipe(recipe -> recipe.maxDisagreement = 0.8);
            }, Reason.DISAGREEMENT, "the most frequent answer is ok, 2 of 5, but not most samples have its result"),
            held("6 a limit that is no number", it -> it.recipe(recipe -> recipe.maxDisagreement = Double.NaN),
                    Reason.DISAGREEMENT, "result-disagreement 0 is above the recipe's NaN"),
            scorable("7 no threshold", it -> {
                it.recipe(recipe -> recipe.threshold = ThresholdRule.USUAL);
                it.threshold = null;
            }, Reason.COLD_START, "recipe bracket has no threshold; mode risk"),
            scorable("7 no threshold, and none to be learnt", it -> {
                it.recipe(recipe -> {
                    recipe.threshold = ThresholdRule.USUAL;
                    recipe.auditShare = 0;
                });
                it.threshold = null;
            }, Reason.COLD_START, "recipe bracket has no threshold; mode risk; nothing is learnt either, since its"
                    + " auditShare is 0"),
            scorable("8 above", it -> it.uncertainty = 0.31, Reason.UNCERTAIN,
                    "uncertainty 0.31 (caption-diversity) is above the threshold 0.25"),
            scorable("8 just above", it -> it.uncertainty = Math.nextUp(0.25), Reason.UNCERTAIN,
                    "uncertainty 0.2501 (caption-diversity) is above the threshold 0.25"),
            scorable("8 no score", it -> it.uncertainty = null, Reason.UNCERTAIN,
                    "the uncertainty is unknown: caption-diversity could not be computed"),
            scorable("8 no vectors", it -> {
                it.uncertainty = null;
                it.missing = "calls pause";
            }, Reason.UNCERTAIN, "the uncertainty is unknown: caption-diversity could not be computed, since the"
                    + " captions could not be embedded: calls pause"),
            scorable("8 no score for another reason", it -> {
                it.recipe(recipe -> recipe.measure = "rouge-diversity");
                it.missing = "calls pause";
            }, Reason.UNCERTAIN, "the uncertainty is unknown: rouge-diversity could not be computed"),
            scorable("8 a score that is no number", it -> it.uncertainty = Double.NaN, Reason.UNCERTAIN,
                    "uncertainty NaN (caption-diversity) is above the threshold 0.25"),
            scorable("8 a threshold that is no number", it -> it.threshold = Double.NaN, Reason.UNCERTAIN,
                    "uncertainty 0.1 (caption-diversity) is above the threshold NaN"),
            scorable("8 OK unproven", it -> it.recipe(recipe -> recipe.threshold = ThresholdRule.USUAL),
                    Reason.UNPROVEN,
                    "uncertainty 0.1 (caption-diversity) is within the threshold 0.25, but nothing shows"
                            + " yet that the model finds defects by recipe bracket, so that no frame is accepted as OK;"
                            + " judge it, or let a person waive the evidence by name (threshold.defectEvidence)"),
            scorable("8 OK unproven, audited or not", it -> {
                it.recipe(recipe -> {
                    recipe.threshold = ThresholdRule.USUAL;
                    recipe.audit = Audit.BEFORE;
                });
                it.lot = 0;
            }, Reason.UNPROVEN, "uncertainty 0.1 (caption-diversity) is within the threshold 0.25, but nothing shows"
                    + " yet that the model finds defects by recipe bracket, so that no frame is accepted as OK;"
                    + " judge it, or let a person waive the evidence by name (threshold.defectEvidence)"),
            scorable("8 uncertain before unproven", it -> {
                it.recipe(recipe -> recipe.threshold = ThresholdRule.USUAL);
                it.uncertainty = 0.31;
            }, Reason.UNCERTAIN, "uncertainty 0.31 (caption-diversity) is above the threshold 0.25"),
            scorable("9 audited before", it -> {
                it.recipe(recipe -> recipe.audit = Audit.BEFORE);
                it.lot = 0.0199;
            }, Reason.AUDIT, "uncertainty 0.1 (caption-diversity) is within the threshold 0.25; audited, because its "
                    + "lot 0.0199 is below the audit share 0.02"));

    @ParameterizedTest
    @FieldSource("HELD")
    void isHeld(Consumer<TestFindings> change, Reason reason, String detail, boolean scorable) {
        // when
        Decision decision = DecisionRules.decide(TestFindings.with(change));

        // then
        assertThat(decision.route()).isEqualTo(Route.HUMAN_REVIEW);
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.detail()).isEqualTo(detail);
        assertThat(decision.scorable()).isEqualTo(scorable);
        assertThat(decision.auditCopy()).isFalse();
    }

    /** What every rule lets pass, at its boundary, with the answer that is published. */
    static final List<Arguments> ACCEPTED = List.of(
            accepted("all agree", it -> {}, "ok", Result.OK),
            accepted("3 just sharp and bright enough", it -> it.quality = quality(20, 0.05), "ok", Result.OK),
            accepted("3 just dark enough", it -> it.quality = quality(20, 0.95), "ok", Result.OK),
            accepted("3 just quiet enough",
                    it -> it.recipe(recipe -> recipe.gate = new QualityGate(20, 0.05, 0.95, 2.0)), "ok", Result.OK),
            accepted("3 no gate, nothing measured", it -> {
                it.recipe(recipe -> recipe.gate = null);
                it.quality = null;
            }, "ok", Result.OK),
            accepted("4 just enough, though the model failed", it -> {
                it.answers = "ok ok ok";
                it.unavailable = "HTTP 503";
            }, "ok", Result.OK),
            accepted("4 just enough, though the budget is used up", it -> {
                it.answers = "ok ok ok";
                it.unavailable = "not asked";
                it.overBudget = true;
            }, "ok", Result.OK),
            accepted("5 labels of one result tie: the first label",
                    it -> it.answers = "ok missing_hole bent missing_hole bent bent ok bent missing_hole missing_hole",
                    "bent", Result.NOT_OK),
            accepted("5 few enough abstain", it -> it.answers = "bent bent unsure bent bent", "bent", Result.NOT_OK),
            accepted("6 one of five differs", it -> it.answers = "bent bent ok missing_hole bent", "bent",
                    Result.NOT_OK),
            accepted("8 just at the threshold", it -> it.uncertainty = 0.25, "ok", Result.OK),
            accepted("8 threshold and uncertainty 0", it -> {
                it.uncertainty = 0.0;
                it.threshold = 0.0;
            }, "ok", Result.OK),
            accepted("8 NOT_OK needs no proof", it -> {
                it.recipe(recipe -> recipe.threshold = ThresholdRule.USUAL);
                it.answers = "bent bent bent bent missing_hole";
            }, "bent", Result.NOT_OK),
            accepted("9 lot just loses", it -> it.lot = 0.02, "ok", Result.OK));

    @ParameterizedTest
    @FieldSource("ACCEPTED")
    void isAccepted(Consumer<TestFindings> change, String answer, Result result) {
        // when
        Decision decision = DecisionRules.decide(TestFindings.with(change));

        // then
        assertThat(decision).usingRecursiveComparison().ignoringFields("detail")
                .isEqualTo(new Decision(Route.ACCEPTED, null, result, new Answer(answer), "", true, false));
        assertThat(decision.detail()).startsWith("uncertainty ").contains(" is within the threshold ");
    }

    /** A frame that every rule would hold, mended for one rule after the other. */
    @Test
    void theFirstRuleThatMatchesDecides() {
        // given
        TestFindings found = new TestFindings();
        found.problem = new Problem(Reason.CONFLICTING_FRAME, "seen before");
        found.recipe = null;
        found.quality = quality(0, 0);
        found.answers = "unsure ok";
        found.threshold = null;
        found.uncertainty = 0.9;
        found.lot = 0;
        List<Runnable> mending = List.of(
                () -> found.problem = null,
                () -> found.recipe(recipe -> recipe.threshold = ThresholdRule.USUAL),
                () -> found.quality = quality(100, 0.5),
                () -> found.answers = "unsure unsure unsure ok bent",
                () -> found.answers = "ok ok ok bent bent",
                () -> found.answers = "ok ok ok ok ok",
                () -> found.threshold = 0.25,
                () -> found.uncertainty = 0.25,
                () -> found.recipe(recipe -> recipe.audit = Audit.BEFORE),
                () -> found.lot = 0.5);

        // when
        List<@Nullable Reason> reasons = new ArrayList<>();
        reasons.add(DecisionRules.decide(found.build()).reason());
        for (Runnable mend : mending) {
            mend.run();
            reasons.add(DecisionRules.decide(found.build()).reason());
        }

        // then
        assertThat(reasons).containsExactly(Reason.CONFLICTING_FRAME, Reason.NO_POLICY, Reason.POOR_IMAGE,
                Reason.TOO_FEW_SAMPLES, Reason.ABSTAINED, Reason.DISAGREEMENT, Reason.COLD_START, Reason.UNCERTAIN,
                Reason.UNPROVEN, Reason.AUDIT, null);
    }

    @ParameterizedTest
    @FieldSource("HELD")
    void onlyRules1To3DecideBeforeSampling(Consumer<TestFindings> change, Reason reason, String detail,
            boolean scorable) {
        // given
        Findings findings = TestFindings.with(change);

        // when
        Optional<Decision> decision = DecisionRules.beforeSampling(findings);

        // then
        boolean early = EARLY.contains(reason);
        assertThat(decision).isEqualTo(early ? Optional.of(DecisionRules.decide(findings)) : Optional.empty());
    }

    @ParameterizedTest
    @FieldSource("HELD")
    void aHeldFrameHasAnAnswerOnceItHasSamplesToJudgeBy(Consumer<TestFindings> change, Reason reason, String detail,
            boolean scorable) {
        // when
        Decision decision = DecisionRules.decide(TestFindings.with(change));

        // then
        boolean judged = !EARLY.contains(reason) && !TOO_FEW.contains(reason);
        assertThat(decision.result()).isEqualTo(judged ? Result.NOT_DECIDABLE : Result.UNDEFINED);
        assertThat(decision.answer() != null).isEqualTo(judged);
    }

    @Test
    void aFrameThatWasNeverAskedAboutHasTooFewSamples() {
        Findings findings = new Findings(null, TestRecipe.valid(), quality(100, 0.5), null, null, null, 0.5);
        assertThat(DecisionRules.decide(findings).reason()).isEqualTo(Reason.TOO_FEW_SAMPLES);
    }

    @Test
    void aFrameWithoutAnyScoresIsHeld() {
        Findings found = TestFindings.with(it -> {});
        Findings findings = new Findings(null, found.recipe(), found.quality(), found.sampling(), null,
                found.threshold(), 0.5);
        assertThat(DecisionRules.decide(findings).reason()).isEqualTo(Reason.UNCERTAIN);
    }

    @Test
    void aCopyOfAnAcceptedFrameWhoseLotWinsIsAudited() {
        // when
        Decision decision = DecisionRules.decide(TestFindings.with(it -> it.lot = Math.nextDown(0.02)));

        // then
        assertThat(decision).isEqualTo(new Decision(Route.ACCEPTED, null, Result.OK, new Answer("ok"),
                "uncertainty 0.1 (caption-diversity) is within the threshold 0.25; audited, because its lot 0.0199 is "
                        + "below the audit share 0.02",
                true, true));
    }

    @Test
    void anAuditShareOfOneAuditsEverything() {
        Decision decision = DecisionRules.decide(TestFindings.with(it -> {
            it.recipe(recipe -> recipe.auditShare = 1);
            it.lot = Math.nextDown(1.0);
        }));
        assertThat(decision.auditCopy()).isTrue();
    }

    @Test
    void anAuditShareOfZeroAuditsNothing() {
        Decision decision = DecisionRules.decide(TestFindings.with(it -> {
            it.recipe(recipe -> recipe.auditShare = 0);
            it.lot = 0;
        }));
        assertThat(decision.auditCopy()).isFalse();
    }

    private static Arguments held(String name, Consumer<TestFindings> change, Reason reason, String detail) {
        return argumentSet(name, change, reason, detail, false);
    }

    private static Arguments scorable(String name, Consumer<TestFindings> change, Reason reason, String detail) {
        return argumentSet(name, change, reason, detail, true);
    }

    private static Arguments accepted(String name, Consumer<TestFindings> change, String answer, Result result) {
        return argumentSet(name, change, answer, result);
    }

    private static ImageQuality quality(double sharpness, double exposure) {
        return new ImageQuality(640, 480, sharpness, exposure, 2);
    }
}
