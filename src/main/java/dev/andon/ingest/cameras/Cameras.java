package dev.andon.ingest.cameras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.config.CameraConfig;

/** The cameras of a process. Any thread. */
public final class Cameras implements AutoCloseable {

    private final Feeds feeds;
    private final Function<CameraConfig, CameraLog> logs;

    @GuardedBy("this")
    private final Map<String, RunningCamera> running = new LinkedHashMap<>();

    /** @param logs who hears of each camera */
    public Cameras(Studio studio, Function<CameraConfig, CameraLog> logs) {
        this.feeds = new Feeds(studio);
        this.logs = logs;
    }

    /** Lets these cameras run and no others. Those that are the same as before are left alone. */
    public synchronized void apply(List<CameraConfig> wanted) throws InterruptedException {
        Map<String, CameraConfig> byName = wanted.stream()
                .collect(Collectors.toMap(CameraConfig::camera, camera -> camera, (first, _) -> first,
                        LinkedHashMap::new));
        List<RunningCamera> gone = running.values().stream()
                .filter(camera -> !camera.config().equals(byName.get(camera.config().camera()))).toList();
        gone.forEach(RunningCamera::end);
        for (RunningCamera camera : gone) {
            camera.await();
            running.remove(camera.config().camera());
            camera.log().ended(!byName.containsKey(camera.config().camera()));
        }
        byName.forEach((name, camera) -> running.computeIfAbsent(name,
                _ -> RunningCamera.start(camera, feeds, logs.apply(camera))));
    }

    /** Who hears of each camera, in the order in which they were started. */
    public synchronized List<CameraLog> logs() {
        return running.values().stream().map(RunningCamera::log).toList();
    }

    /** Whether there are cameras, and all came to an end by themselves. */
    public synchronized boolean areOver() {
        return running.values().stream().allMatch(RunningCamera::isOver);
    }

    /** Ends all. */
    @Override
    public void close() {
        try {
            apply(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
