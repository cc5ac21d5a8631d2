package dev.andon.ingest.trigger;

import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToDoubleFunction;

import dev.andon.ingest.Shot;
import org.jspecify.annotations.Nullable;

/** Hands each trigger to its camera, of those that take part at the moment. Any thread. */
public final class Triggers {

    private final InstantSource clock;
    private final ConcurrentMap<String, TriggeredCamera> cameras = new ConcurrentHashMap<>();

    /** @param clock ours, which stamps triggers when they are heard, and pictures of all cameras */
    public Triggers(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Lets a camera take part, until it leaves.
     *
     * @param sharpness of a picture: the more, the sharper, and never NaN; asked only with {@code SHARPEST}
     * @throws IllegalArgumentException if it takes part already
     */
    public TriggeredCamera join(String cameraId, JoinSettings settings, ToDoubleFunction<Shot> sharpness) {
        TriggeredCamera camera = new TriggeredCamera(new TriggerJoin(settings, sharpness, clock),
                left -> cameras.remove(cameraId, left));
        if (cameras.putIfAbsent(cameraId, camera) != null) {
            throw new IllegalArgumentException("there are two cameras '" + cameraId + "': triggers could be of either");
        }
        return camera;
    }

    /**
     * Hears a trigger as it was sent: {@link TriggerReader} says how that looks.
     *
     * @param cameraId where the trigger does not name its camera; null where it has to
     */
    public Receipt hear(byte[] json, @Nullable String cameraId) {
        return switch (TriggerReader.read(json, cameraId, clock.instant())) {
            case TriggerReader.Read.Understood(Trigger trigger) -> take(trigger);
            case TriggerReader.Read.Unclear(List<String> problems) -> new Receipt.Malformed(problems);
        };
    }

    private Receipt take(Trigger trigger) {
        TriggeredCamera camera = cameras.get(trigger.cameraId());
        Receipt receipt = camera == null ? null : camera.take(trigger);
        return receipt == null
                ? new Receipt.NoSuchCamera(trigger.cameraId(), List.copyOf(new TreeSet<>(cameras.keySet())))
                : receipt;
    }
}
