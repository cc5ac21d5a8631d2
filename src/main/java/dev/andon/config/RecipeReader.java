package dev.andon.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.andon.core.decision.Audit;
import dev.andon.core.decision.Limits;
import dev.andon.core.decision.QualityGate;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Selector;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StillScene;
import dev.andon.core.sampling.StoppingRule;
import org.jspecify.annotations.Nullable;

import static dev.andon.config.Formats.DECIMAL;
import static dev.andon.config.Formats.DURATION;
import static dev.andon.config.Formats.INTEGER;
import static dev.andon.config.Formats.TEXT;
import static dev.andon.config.Formats.WORD;
import static dev.andon.config.Formats.oneOf;

/** Makes a recipe of its section: forms and defaults alone, since the bounds are those of every policy. One thread. */
final class RecipeReader {

    private static final String PLACEHOLDER = "?";
    private static final double AUDITED_TO_LEARN = 0.02;
    private static final Format<Result> RESULT = oneOf(Result.class).only("OK or NOT_OK",
            result -> result == Result.OK || result == Result.NOT_OK);

    private final Section s;

    RecipeReader(Section section) {
        this.s = section;
    }

    Recipe read() {
        ThresholdRule threshold = s.section("threshold").map(section -> new ThresholdReader(section).read())
                .orElse(ThresholdRule.USUAL);
        Recipe recipe = new Recipe(s.required("id", PLACEHOLDER, WORD), 1, selector(),
                s.required("model", PLACEHOLDER, WORD), s.required("prompt", PLACEHOLDER, WORD), labels(),
                s.get("captionLanguage", "en", WORD), plan(), s.get("measure", "caption-diversity", WORD), limits(),
                gate(), s.get("auditShare", threshold.mode().needsVerdicts() ? AUDITED_TO_LEARN : 0.0, DECIMAL),
                s.get("audit", Audit.AFTER, oneOf(Audit.class)), threshold);
        if (threshold.mode().needsVerdicts() && recipe.auditShare() == 0) {
            s.refuse("auditShare", "give a share above 0, for instance " + AUDITED_TO_LEARN
                    + ": a threshold of mode " + threshold.mode().name().toLowerCase(Locale.ROOT)
                    + " is learnt from the frames whose lot wins");
        }
        s.refuseOthers();
        return recipe;
    }

    private Selector selector() {
        return new Selector(Set.copyOf(s.list("cameras", List.of(), WORD)),
                Set.copyOf(s.list("partNumbers", List.of(), WORD)));
    }

    private Labels labels() {
        List<Label> labels = new ArrayList<>();
        for (Section label : s.requiredSections("labels")) {
            labels.add(new Label(label.required("name", PLACEHOLDER, WORD), label.required("result", Result.OK, RESULT),
                    label.get("description", "", TEXT)));
            label.refuseOthers();
        }
        return new Labels(labels);
    }

    private SamplingPlan plan() {
        int samples = s.get("samples", 5, INTEGER);
        return new SamplingPlan(samples, s.get("minSamples", 3, INTEGER),
                s.get("temperature", 1.0, DECIMAL), s.get("maxTokens", 200, INTEGER),
                s.get("timeLimit", Duration.ofSeconds(30), DURATION), stopping(samples),
                s.find("maxImageSide", INTEGER).orElse(null),
                s.section("stillScene").map(RecipeReader::stillScene).orElse(null));
    }

    private static StillScene stillScene(Section gate) {
        StillScene read = new StillScene(gate.required("maxDifference", 0.01, DECIMAL),
                gate.required("maxAge", Duration.ofSeconds(10), DURATION));
        gate.refuseOthers();
        return read;
    }

    private StoppingRule stopping(int samples) {
        return s.section("stopping").map(section -> stopping(section, samples))
                .orElse(new StoppingRule.Lossless(samples, samples));
    }

    private static StoppingRule stopping(Section rule, int samples) {
        StoppingRule read = switch (rule.required("rule", StoppingRule.Kind.LOSSLESS, oneOf(StoppingRule.Kind.class))) {
            case NONE -> new StoppingRule.AllSamples();
            case LOSSLESS -> new StoppingRule.Lossless(rule.get("firstWave", samples, INTEGER),
                    rule.get("nextWaves", samples, INTEGER));
            case UNANIMOUS_WINDOW -> new StoppingRule.UnanimousWindow(rule.required("window", 2, INTEGER),
                    rule.required("maxScore", 1.0, DECIMAL));
        };
        rule.refuseOthers();
        return read;
    }

    private Limits limits() {
        return new Limits(s.get("maxAbstainShare", 0.4, DECIMAL), s.get("maxDisagreement", 0.2, DECIMAL));
    }

    private @Nullable QualityGate gate() {
        Optional<Section> section = s.section("qualityGate");
        if (section.isEmpty()) {
            return null;
        }
        Section gate = section.get();
        QualityGate read = new QualityGate(gate.get("minSharpness", 0.0, DECIMAL),
                gate.get("minExposure", 0.0, DECIMAL), gate.get("maxExposure", 1.0, DECIMAL),
                gate.find("maxNoise", DECIMAL).orElse(null));
        gate.refuseOthers();
        return read;
    }
}
