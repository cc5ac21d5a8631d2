package dev.andon.avro;

import java.util.ArrayList;
import java.util.List;

import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.CameraState;
import dev.andon.core.camera.CameraStatus;
import dev.andon.core.camera.EventKind;
import dev.andon.core.frame.LineId;
import org.apache.avro.Schema;

/** Events of cameras. Any thread. */
final class CameraEventMapper implements Mapper<dev.andon.schema.CameraEvent, CameraEvent> {

    @Override
    public Schema schema() {
        return Schemas.CAMERA_EVENT;
    }

    @Override
    public Schema generatedSchema() {
        return dev.andon.schema.CameraEvent.getClassSchema();
    }

    @Override
    public CameraEvent toCore(dev.andon.schema.CameraEvent from) throws MalformedRecordException {
        return new CameraEvent(Fields.bounded("cameraId", Fields.required("cameraId", from.getCameraId())),
                Fields.id("lineId", from.getLineId(), LineId::new), Fields.optional("stationId", from.getStationId()),
                from.getAt(), Fields.id("kind", from.getKind(), EventKind::new),
                Fields.constant("state", CameraState.class, from.getState()), from.getSince(),
                causes(from.getCauses()), Fields.bounded("detail", from.getDetail()), status(from));
    }

    @Override
    public dev.andon.schema.CameraEvent toAvro(CameraEvent from) {
        CameraStatus status = from.status();
        CameraStatus.Counts counts = status.counts();
        CameraStatus.Quality quality = status.quality();
        return dev.andon.schema.CameraEvent.newBuilder().setCameraId(from.cameraId()).setLineId(from.line().value())
                .setStationId(from.stationId()).setAt(from.at()).setKind(from.kind().name())
                .setState(from.state().name()).setSince(from.since()).setCauses(from.causes())
                .setDetail(from.detail()).setFramesPerSecond(status.framesPerSecond())
                .setLastCapturedAt(status.lastCapturedAt()).setCountedSince(counts.since()).setTaken(counts.taken())
                .setRepeated(counts.repeated()).setUnfit(counts.unfit()).setPublished(counts.published())
                .setDropped(counts.dropped()).setRestarts(counts.restarts())
                .setWaitingBytes(status.waiting().bytes()).setSpooledBytes(status.waiting().spooledBytes())
                .setOldestWaitingMillis(Fields.millis(status.waiting().oldest())).setSharpness(quality.sharpness())
                .setExposure(quality.exposure()).setNoise(quality.noise()).build();
    }

    private static CameraStatus status(dev.andon.schema.CameraEvent from) throws MalformedRecordException {
        return new CameraStatus(from.getFramesPerSecond(), from.getLastCapturedAt(),
                new CameraStatus.Counts(from.getCountedSince(), from.getTaken(), from.getRepeated(), from.getUnfit(),
                        from.getPublished(), from.getDropped(), from.getRestarts()),
                new CameraStatus.Waiting(from.getWaitingBytes(), from.getSpooledBytes(),
                        Fields.duration("oldestWaitingMillis", from.getOldestWaitingMillis())),
                new CameraStatus.Quality(from.getSharpness(), from.getExposure(), from.getNoise()));
    }

    private static List<String> causes(List<String> from) throws MalformedRecordException {
        List<String> causes = new ArrayList<>();
        for (String cause : from) {
            causes.add(Fields.bounded("causes", cause));
        }
        return causes;
    }
}
