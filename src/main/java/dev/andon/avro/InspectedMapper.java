package dev.andon.avro;

import java.util.Optional;

import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.core.review.Inspected;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/** The facts of inspections. Paths in messages start with where they are. */
final class InspectedMapper {

    private InspectedMapper() {}

    static Inspected toCore(String path, dev.andon.schema.Inspected from) throws MalformedRecordException {
        return new Inspected(Fields.required(path + "inspectionId", from.getInspectionId()),
                new Position(from.getRecordTopic(), from.getRecordPartition(), from.getRecordOffset()),
                subject(path, from), from.getLineSequence(),
                Fields.constant(path + "route", Route.class, from.getRoute()),
                Fields.optional(path + "reason", Reason.class, from.getReason()),
                Fields.optional(path + "purpose", Purpose.class, from.getPurpose()),
                Fields.constant(path + "result", Result.class, from.getResult()), from.getAnswer(), from.getScorable(),
                from.getUncertainty(), from.getCalls(), from.getLot(), recipe(path, from), from.getCapturedAt(),
                from.getDecidedAt(), from.getSimulated());
    }

    static dev.andon.schema.Inspected toAvro(Inspected from) {
        var to = dev.andon.schema.Inspected.newBuilder().setInspectionId(from.inspectionId())
                .setRecordTopic(from.record().topic()).setRecordPartition(from.record().partition())
                .setRecordOffset(from.record().offset()).setLineSequence(from.lineSequence())
                .setRoute(from.route().name()).setReason(Fields.name(from.reason()))
                .setPurpose(Fields.name(from.purpose())).setResult(from.result().name()).setAnswer(from.answer())
                .setScorable(from.scorable()).setUncertainty(from.uncertainty()).setCalls(from.calls())
                .setLot(from.lot()).setCapturedAt(from.captured()).setDecidedAt(from.decided())
                .setSimulated(from.simulated());
        writeSubject(to, from.subject());
        writeRecipe(to, from.recipe());
        return to.build();
    }

    private static Inspected.Subject subject(String path, dev.andon.schema.Inspected from)
            throws MalformedRecordException {
        @Nullable
        String frame = from.getFrameId();
        return new Inspected.Subject(Fields.id(path + "lineId", from.getLineId(), LineId::new),
                frame == null ? null : Fields.id(path + "frameId", frame, FrameId::new), from.getCameraId(),
                from.getUnitId(), from.getWorkOrder(), from.getPartNumber());
    }

    private static void writeSubject(dev.andon.schema.Inspected.Builder to, Inspected.Subject subject) {
        to.setLineId(subject.line().value())
                .setFrameId(Optional.ofNullable(subject.frame()).map(FrameId::value).orElse(null))
                .setCameraId(subject.camera()).setUnitId(subject.unit()).setWorkOrder(subject.workOrder())
                .setPartNumber(subject.partNumber());
    }

    /** All of it, or nothing where no recipe matched. */
    private static Inspected.@Nullable AppliedRecipe recipe(String path, dev.andon.schema.Inspected from)
            throws MalformedRecordException {
        @Nullable
        Long version = from.getPolicyVersion();
        return version == null
                ? null
                : new Inspected.AppliedRecipe(version, Fields.required(path + "recipeId", from.getRecipeId()),
                        Fields.present(path + "recipeRevision", from.getRecipeRevision()),
                        Fields.present(path + "recipeHash", from.getRecipeHash()),
                        Fields.present(path + "auditShare", from.getAuditShare()), from.getThresholdVersion());
    }

    private static void writeRecipe(dev.andon.schema.Inspected.Builder to, Inspected.@Nullable AppliedRecipe recipe) {
        if (recipe != null) {
            to.setPolicyVersion(recipe.policyVersion()).setRecipeId(recipe.id()).setRecipeRevision(recipe.revision())
                    .setRecipeHash(recipe.hash()).setAuditShare(recipe.auditShare())
                    .setThresholdVersion(recipe.thresholdVersion());
        }
    }
}
