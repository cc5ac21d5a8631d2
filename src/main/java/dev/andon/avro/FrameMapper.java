package dev.andon.avro;

import java.net.URI;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageQuality;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Frames. Any thread. */
final class FrameMapper implements Mapper<dev.andon.schema.Frame, Frame> {

    @Override
    public Schema schema() {
        return Schemas.FRAME;
    }

    @Override
    public Schema generatedSchema() {
        return dev.andon.schema.Frame.getClassSchema();
    }

    @Override
    public Frame toCore(dev.andon.schema.Frame from) throws MalformedRecordException {
        if (from.getSize() < 0) {
            throw new MalformedRecordException("size is " + from.getSize() + ", less than 0");
        }
        return new Frame(Fields.id("frameId", from.getFrameId(), FrameId::new),
                Fields.id("lineId", from.getLineId(), LineId::new),
                Fields.bounded("cameraId", Fields.required("cameraId", from.getCameraId())),
                Fields.optional("stationId", from.getStationId()), Fields.optional("unitId", from.getUnitId()),
                Fields.optional("workOrder", from.getWorkOrder()), Fields.optional("partNumber", from.getPartNumber()),
                from.getCapturedAt(), Fields.bounded("contentType", from.getContentType()), from.getSize(),
                Fields.bounded("sha256", from.getSha256()), image(from), quality(from.getQuality()));
    }

    @Override
    public dev.andon.schema.Frame toAvro(Frame from) {
        var to = dev.andon.schema.Frame.newBuilder().setFrameId(from.id().value()).setLineId(from.line().value())
                .setCameraId(from.cameraId()).setStationId(from.stationId()).setUnitId(from.unitId())
                .setWorkOrder(from.workOrder()).setPartNumber(from.partNumber()).setCapturedAt(from.capturedAt())
                .setContentType(from.contentType()).setSize(from.size()).setSha256(from.sha256())
                .setQuality(quality(from.quality()));
        return switch (from.image()) {
            case ImageSource.Inline(ImageBytes bytes) -> to.setImage(Fields.buffer(bytes)).build();
            case ImageSource.Reference(URI uri) -> to.setUri(uri.toString()).build();
        };
    }

    /** What no image can have was not measured: such a frame is as good as one that says nothing. */
    private static @Nullable ImageQuality quality(dev.andon.schema.@Nullable ImageQuality from) {
        if (from == null) {
            return null;
        }
        ImageQuality said = new ImageQuality(from.getWidth(), from.getHeight(), from.getSharpness(), from.getExposure(),
                from.getNoise());
        return said.isPossible() ? said : null;
    }

    private static dev.andon.schema.@Nullable ImageQuality quality(@Nullable ImageQuality from) {
        return from == null
                ? null
                : dev.andon.schema.ImageQuality.newBuilder().setWidth(from.width()).setHeight(from.height())
                        .setSharpness(from.sharpness()).setExposure(from.exposure()).setNoise(from.noise()).build();
    }

    private static ImageSource image(dev.andon.schema.Frame from) throws MalformedRecordException {
        ImageBytes bytes = Fields.bytes(from.getImage());
        URI uri = Fields.uri("uri", Fields.optional("uri", from.getUri()));
        if (bytes != null && uri != null) {
            throw new MalformedRecordException("image and uri are both set: the image would be ambiguous");
        }
        if (bytes != null) {
            return new ImageSource.Inline(bytes);
        }
        if (uri != null) {
            return new ImageSource.Reference(uri);
        }
        throw new MalformedRecordException("neither image nor uri is set: there is no image");
    }
}
