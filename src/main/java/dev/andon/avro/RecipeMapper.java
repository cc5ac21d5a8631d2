package dev.andon.avro;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.andon.core.decision.Audit;
import dev.andon.core.decision.Limits;
import dev.andon.core.decision.QualityGate;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Selector;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StillScene;
import org.jspecify.annotations.Nullable;

/** Recipes of policies. Paths in messages start with where the recipe is. */
final class RecipeMapper {

    private RecipeMapper() {}

    static Recipe toCore(String path, dev.andon.schema.Recipe from) throws MalformedRecordException {
        return new Recipe(Fields.required(path + "id", from.getId()), from.getRevision(),
                new Selector(Set.copyOf(from.getCameras()), Set.copyOf(from.getPartNumbers())), from.getModel(),
                from.getPrompt(), labels(path, from.getLabels()), from.getCaptionLanguage(), plan(path, from),
                from.getMeasure(), new Limits(from.getMaxAbstainShare(), from.getMaxDisagreement()), gate(from),
                from.getAuditShare(), Fields.constant(path + "audit", Audit.class, from.getAudit()),
                ThresholdMapper.toCore(path, from));
    }

    static dev.andon.schema.Recipe toAvro(Recipe from) {
        var to = dev.andon.schema.Recipe.newBuilder().setId(from.id()).setRevision(from.revision())
                .setCameras(sorted(from.selector().cameras())).setPartNumbers(sorted(from.selector().partNumbers()))
                .setModel(from.model()).setPrompt(from.prompt())
                .setLabels(from.labels().all().stream().map(RecipeMapper::label).toList())
                .setCaptionLanguage(from.captionLanguage()).setMeasure(from.measure())
                .setMaxAbstainShare(from.limits().maxAbstainShare())
                .setMaxDisagreement(from.limits().maxDisagreement()).setAuditShare(from.auditShare())
                .setAudit(from.audit().name());
        writePlan(to, from.plan());
        writeGate(to, from.gate());
        ThresholdMapper.write(to, from.threshold());
        return to.build();
    }

    private static Labels labels(String path, List<dev.andon.schema.Label> from) throws MalformedRecordException {
        List<Label> labels = new ArrayList<>();
        for (dev.andon.schema.Label label : from) {
            String where = path + "labels[" + labels.size() + "].";
            labels.add(new Label(Fields.required(where + "name", label.getName()),
                    Fields.constant(where + "result", Result.class, label.getResult()), label.getDescription()));
        }
        return new Labels(labels);
    }

    private static dev.andon.schema.Label label(Label from) {
        return dev.andon.schema.Label.newBuilder().setName(from.name()).setResult(from.result().name())
                .setDescription(from.description()).build();
    }

    private static SamplingPlan plan(String path, dev.andon.schema.Recipe from) throws MalformedRecordException {
        return new SamplingPlan(from.getSamples(), from.getMinSamples(), from.getTemperature(), from.getMaxTokens(),
                Duration.ofMillis(from.getTimeLimitMillis()), StoppingMapper.toCore(path, from),
                from.getMaxImageSide(), stillScene(path, from));
    }

    private static @Nullable StillScene stillScene(String path, dev.andon.schema.Recipe from)
            throws MalformedRecordException {
        Double difference = from.getStillMaxDifference();
        return difference == null
                ? null
                : new StillScene(difference,
                        Duration.ofMillis(Fields.present(path + "stillMaxAgeMillis", from.getStillMaxAgeMillis())));
    }

    private static void writePlan(dev.andon.schema.Recipe.Builder to, SamplingPlan plan) {
        to.setSamples(plan.samples()).setMinSamples(plan.minSamples()).setTemperature(plan.temperature())
                .setMaxTokens(plan.maxTokens()).setTimeLimitMillis(plan.timeLimit().toMillis())
                .setMaxImageSide(plan.maxImageSide());
        StoppingMapper.write(to, plan.stopping());
        StillScene still = plan.stillScene();
        if (still != null) {
            to.setStillMaxDifference(still.maxDifference()).setStillMaxAgeMillis(still.maxAge().toMillis());
        }
    }

    /** A bound that is not set lets everything through. */
    private static @Nullable QualityGate gate(dev.andon.schema.Recipe from) {
        Double sharpness = from.getMinSharpness();
        Double dark = from.getMinExposure();
        Double bright = from.getMaxExposure();
        Double noisy = from.getMaxNoise();
        if (sharpness == null && dark == null && bright == null && noisy == null) {
            return null;
        }
        return new QualityGate(sharpness == null ? 0 : sharpness, dark == null ? 0 : dark, bright == null ? 1 : bright,
                noisy);
    }

    private static void writeGate(dev.andon.schema.Recipe.Builder to, @Nullable QualityGate gate) {
        if (gate != null) {
            to.setMinSharpness(gate.minSharpness()).setMinExposure(gate.minExposure())
                    .setMaxExposure(gate.maxExposure()).setMaxNoise(gate.maxNoise());
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
