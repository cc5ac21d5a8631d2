package dev.andon.avro;

import java.util.ArrayList;
import java.util.List;

import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.RecipeRevision;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.frame.LineId;
import org.apache.avro.Schema;

/** Learnt thresholds. What a field means is checked here, whether a threshold can be used is not. Any thread. */
final class LineThresholdsMapper implements Mapper<dev.andon.schema.LineThresholds, LineThresholds> {

    @Override
    public Schema schema() {
        return Schemas.LINE_THRESHOLDS;
    }

    @Override
    public Schema generatedSchema() {
        return dev.andon.schema.LineThresholds.getClassSchema();
    }

    @Override
    public LineThresholds toCore(dev.andon.schema.LineThresholds from) throws MalformedRecordException {
        List<LearntThreshold> recipes = new ArrayList<>();
        for (dev.andon.schema.LearntThreshold recipe : from.getRecipes()) {
            recipes.add(learnt("recipes[" + recipes.size() + "].", recipe));
        }
        return new LineThresholds(Fields.id("lineId", from.getLineId(), LineId::new), recipes);
    }

    @Override
    public dev.andon.schema.LineThresholds toAvro(LineThresholds from) {
        return dev.andon.schema.LineThresholds.newBuilder().setLineId(from.line().value())
                .setRecipes(from.recipes().stream().map(LineThresholdsMapper::learnt).toList()).build();
    }

    private static LearntThreshold learnt(String path, dev.andon.schema.LearntThreshold from)
            throws MalformedRecordException {
        return new LearntThreshold(
                new RecipeRevision(Fields.required(path + "recipeId", from.getRecipeId()), from.getRecipeRevision(),
                        from.getRecipeHash()),
                from.getValue(), from.getVersion(), Fields.constant(path + "mode", ThresholdMode.class, from.getMode()),
                from.getEvidence(), from.getCause(), from.getValidUntil(), from.getChangedAt(),
                new LearntThreshold.Progress(from.getLabelled(), from.getPending(), from.getNextLook(),
                        from.getVerdictsToGo(), from.getCoverage(), from.getHeldShare(), from.getAlarm()));
    }

    private static dev.andon.schema.LearntThreshold learnt(LearntThreshold from) {
        LearntThreshold.Progress progress = from.progress();
        return dev.andon.schema.LearntThreshold.newBuilder().setRecipeId(from.recipe().id())
                .setRecipeRevision(from.recipe().revision()).setRecipeHash(from.recipe().hash())
                .setValue(from.value()).setVersion(from.version()).setMode(from.mode().name())
                .setEvidence(from.evidence()).setCause(from.cause()).setValidUntil(from.validUntil())
                .setChangedAt(from.changedAt()).setLabelled(progress.labelled()).setPending(progress.pending())
                .setNextLook(progress.nextLook()).setVerdictsToGo(progress.verdictsToGo())
                .setCoverage(progress.coverage()).setHeldShare(progress.heldShare()).setAlarm(progress.alarm())
                .build();
    }
}
