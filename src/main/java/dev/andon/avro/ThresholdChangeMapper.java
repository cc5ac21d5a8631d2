package dev.andon.avro;

import dev.andon.core.decision.RecipeRevision;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.frame.LineId;
import org.apache.avro.Schema;

/** Changes of learnt thresholds. Any thread. */
final class ThresholdChangeMapper implements Mapper<dev.andon.schema.ThresholdChange, ThresholdChange> {

    @Override
    public Schema schema() {
        return Schemas.THRESHOLD_CHANGE;
    }

    @Override
    public Schema generatedSchema() {
        return dev.andon.schema.ThresholdChange.getClassSchema();
    }

    @Override
    public ThresholdChange toCore(dev.andon.schema.ThresholdChange from) throws MalformedRecordException {
        return new ThresholdChange(Fields.id("lineId", from.getLineId(), LineId::new),
                new RecipeRevision(Fields.required("recipeId", from.getRecipeId()), from.getRecipeRevision(),
                        from.getRecipeHash()),
                from.getOldValue(), from.getNewValue(), from.getOldVersion(), from.getNewVersion(),
                Fields.constant("mode", ThresholdMode.class, from.getMode()), from.getEvidence(), from.getCause(),
                from.getChangedAt());
    }

    @Override
    public dev.andon.schema.ThresholdChange toAvro(ThresholdChange from) {
        return dev.andon.schema.ThresholdChange.newBuilder().setLineId(from.line().value())
                .setRecipeId(from.recipe().id()).setRecipeRevision(from.recipe().revision())
                .setRecipeHash(from.recipe().hash()).setOldValue(from.oldValue()).setNewValue(from.newValue())
                .setOldVersion(from.oldVersion()).setNewVersion(from.newVersion()).setMode(from.mode().name())
                .setEvidence(from.evidence()).setCause(from.cause()).setChangedAt(from.at()).build();
    }
}
