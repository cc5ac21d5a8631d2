package dev.andon.avro;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdMode;
import org.jspecify.annotations.Nullable;

/** What an inspection was decided by: all of it, or nothing where no recipe matched. */
final class AppliedMapper {

    private AppliedMapper() {}

    static Inspection.@Nullable Applied toCore(dev.andon.schema.Inspection from) throws MalformedRecordException {
        @Nullable
        Long version = from.getPolicyVersion();
        if (version == null) {
            return null;
        }
        return new Inspection.Applied(version, Fields.required("recipeId", from.getRecipeId()),
                Fields.present("recipeRevision", from.getRecipeRevision()),
                Fields.present("recipeHash", from.getRecipeHash()), Fields.present("model", from.getModel()),
                Fields.present("measure", from.getMeasure()), Fields.present("auditShare", from.getAuditShare()),
                threshold(from));
    }

    static void write(dev.andon.schema.Inspection.Builder to, Inspection.@Nullable Applied applied) {
        if (applied == null) {
            return;
        }
        to.setPolicyVersion(applied.policyVersion()).setRecipeId(applied.recipeId())
                .setRecipeRevision(applied.recipeRevision()).setRecipeHash(applied.recipeHash())
                .setModel(applied.model()).setMeasure(applied.measure()).setAuditShare(applied.auditShare());
        Threshold threshold = applied.threshold();
        if (threshold != null) {
            to.setThreshold(threshold.value()).setThresholdVersion(threshold.version())
                    .setThresholdMode(threshold.mode().name()).setThresholdEvidence(threshold.evidence());
        }
    }

    private static @Nullable Threshold threshold(dev.andon.schema.Inspection from) throws MalformedRecordException {
        @Nullable
        Double value = from.getThreshold();
        if (value == null) {
            return null;
        }
        return new Threshold(value, Fields.present("thresholdVersion", from.getThresholdVersion()),
                Fields.constant("thresholdMode", ThresholdMode.class, from.getThresholdMode()),
                Fields.present("thresholdEvidence", from.getThresholdEvidence()));
    }
}
