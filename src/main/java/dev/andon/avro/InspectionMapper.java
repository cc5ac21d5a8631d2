package dev.andon.avro;

import java.util.Optional;

import dev.andon.core.decision.ImageReference;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Purpose;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageSize;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.core.sampling.StoppingRule;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Inspections; their larger parts are mapped by classes of their own. Any thread. */
final class InspectionMapper implements Mapper<dev.andon.schema.Inspection, Inspection> {

    @Override
    public Schema schema() {
        return Schemas.INSPECTION;
    }

    @Override
    public Schema generatedSchema() {
        return dev.andon.schema.Inspection.getClassSchema();
    }

    @Override
    public Inspection toCore(dev.andon.schema.Inspection from) throws MalformedRecordException {
        Inspection.Applied applied = AppliedMapper.toCore(from);
        return new Inspection(Fields.required("inspectionId", from.getInspectionId()), subject(from),
                Fields.id("lineId", from.getLineId(), LineId::new), from.getLineSequence(),
                DecisionMapper.toCore(from, applied), Fields.optional("purpose", Purpose.class, from.getPurpose()),
                ScoresMapper.toCore(from), from.getUncertainty(), SampleMapper.toCore(from.getSamples()),
                asking(from), applied, image(from), Fields.bytes(from.getImage()), from.getImageType(),
                from.getLot(), new Inspection.Times(from.getCapturedAt(), from.getReceivedAt(), from.getDecidedAt()),
                from.getSimulated());
    }

    @Override
    public dev.andon.schema.Inspection toAvro(Inspection from) {
        var to = dev.andon.schema.Inspection.newBuilder().setInspectionId(from.id()).setLineId(from.line().value())
                .setLineSequence(from.lineSequence()).setPurpose(Fields.name(from.purpose()))
                .setUncertainty(from.uncertainty()).setSamples(SampleMapper.toAvro(from.samples()))
                .setImage(Fields.buffer(from.imageBytes()))
                .setImageType(from.imageType()).setLot(from.lot()).setCapturedAt(from.times().captured())
                .setReceivedAt(from.times().received()).setDecidedAt(from.times().decided())
                .setSimulated(from.simulated());
        writeSubject(to, from.frame());
        writeAsking(to, from.asking());
        writeImage(to, from.image());
        DecisionMapper.write(to, from.decision());
        ScoresMapper.write(to, from.scores());
        AppliedMapper.write(to, from.applied());
        return to.build();
    }

    private static Inspection.Asking asking(dev.andon.schema.Inspection from) throws MalformedRecordException {
        return new Inspection.Asking(from.getAskedSamples(), from.getInvalidSamples(),
                Fields.optional("stoppedBy", StoppingRule.Kind.class, from.getStoppedBy()), sent(from),
                reuse(from));
    }

    private static @Nullable ImageSize sent(dev.andon.schema.Inspection from) {
        return from.getSentWidth() == null || from.getSentHeight() == null
                ? null
                : new ImageSize(from.getSentWidth(), from.getSentHeight());
    }

    private static Inspection.@Nullable Reuse reuse(dev.andon.schema.Inspection from) throws MalformedRecordException {
        @Nullable
        String frame = from.getReusedFrameId();
        return frame == null
                ? null
                : new Inspection.Reuse(Fields.id("reusedFrameId", frame, FrameId::new),
                        Fields.present("reusedFrameOffset", from.getReusedFrameOffset()),
                        Fields.present("sceneDifference", from.getSceneDifference()));
    }

    private static void writeAsking(dev.andon.schema.Inspection.Builder to, Inspection.Asking asking) {
        to.setInvalidSamples(asking.invalid()).setAskedSamples(asking.asked())
                .setStoppedBy(Fields.name(asking.stoppedBy()));
        if (asking.sent() != null) {
            to.setSentWidth(asking.sent().width()).setSentHeight(asking.sent().height());
        }
        if (asking.reuse() != null) {
            to.setReusedFrameId(asking.reuse().frame().value()).setReusedFrameOffset(asking.reuse().offset())
                    .setSceneDifference(asking.reuse().difference());
        }
    }

    private static Inspection.Subject subject(dev.andon.schema.Inspection from) throws MalformedRecordException {
        @Nullable
        String id = from.getFrameId();
        return new Inspection.Subject(id == null ? null : Fields.id("frameId", id, FrameId::new), from.getCameraId(),
                from.getStationId(), from.getUnitId(), from.getWorkOrder(), from.getPartNumber());
    }

    private static void writeSubject(dev.andon.schema.Inspection.Builder to, Inspection.Subject subject) {
        to.setFrameId(Optional.ofNullable(subject.frameId()).map(FrameId::value).orElse(null))
                .setCameraId(subject.cameraId()).setStationId(subject.stationId()).setUnitId(subject.unitId())
                .setWorkOrder(subject.workOrder()).setPartNumber(subject.partNumber());
    }

    private static ImageReference image(dev.andon.schema.Inspection from) throws MalformedRecordException {
        return new ImageReference(Fields.uri("imageUri", from.getImageUri()),
                new Position(from.getFrameTopic(), from.getFramePartition(), from.getFrameOffset()), from.getSha256());
    }

    private static void writeImage(dev.andon.schema.Inspection.Builder to, ImageReference image) {
        to.setImageUri(Fields.text(image.uri())).setSha256(image.sha256()).setFrameTopic(image.position().topic())
                .setFramePartition(image.position().partition()).setFrameOffset(image.position().offset());
    }
}
