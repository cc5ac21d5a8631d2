package dev.andon.ingest.cameras;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.andon.config.CameraConfig;
import dev.andon.core.frame.Frame;
import dev.andon.ingest.Origin;
import dev.andon.ingest.http.CameraBook;

/**
 * The cameras of the file as it is at the moment, for images that come in at the door. One that the file knows keeps its
 * masks, whatever else brings its pictures; of those that are posted their logs hear. Any thread.
 */
public final class KnownCameras implements CameraBook {

    private final ConcurrentMap<String, CameraLog> logs = new ConcurrentHashMap<>();
    private volatile Map<String, CameraConfig> cameras = Map.of();

    /** From now on these are known and no others. */
    public void follow(List<CameraConfig> wanted) {
        cameras = wanted.stream().collect(Collectors.toUnmodifiableMap(CameraConfig::camera, Function.identity()));
    }

    @Override
    public boolean inMaintenance(String camera) {
        CameraConfig known = cameras.get(camera);
        return known != null && known.maintenance();
    }

    @Override
    public Origin complete(Origin said) {
        CameraConfig known = cameras.get(said.cameraId());
        return known == null
                ? said
                : new Origin(said.line(), said.cameraId(),
                        said.stationId() == null ? known.station() : said.stationId(),
                        known.part(), known.pictures().masks());
    }

    @Override
    public void published(Frame frame) {
        tell(frame.cameraId(), log -> log.published(frame));
    }

    @Override
    public void unfit(String camera, String detail) {
        tell(camera, log -> log.unfit(detail));
    }

    /** From now on a log hears of what is posted for its camera. */
    void hear(CameraLog log) {
        logs.put(log.camera(), log);
    }

    /** A log hears of nothing any more. */
    void forget(CameraLog log) {
        logs.remove(log.camera(), log);
    }

    private void tell(String camera, Consumer<CameraLog> news) {
        CameraLog log = logs.get(camera);
        if (log != null) {
            news.accept(log);
        }
    }
}
