package dev.andon.demo.vlmserver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.Sha256;
import dev.andon.demo.vlmserver.Model.Sight;

/**
 * What was seen, by the content of the image, as servers keep processed images: all samples of a frame share one look.
 * The least recently used one goes first. Any thread.
 */
final class SightCache {

    private final int capacity;
    private final Function<ImageBytes, Sight> eyes;

    @GuardedBy("this")
    private final Map<String, FutureTask<Sight>> byContent = new LinkedHashMap<>(16, 0.75f, true);

    SightCache(int capacity, Function<ImageBytes, Sight> eyes) {
        this.capacity = capacity;
        this.eyes = eyes;
    }

    /** What is seen on this image, now or before. */
    Sight of(ImageBytes bytes) throws InterruptedException {
        FutureTask<Sight> task = task(Sha256.hex(bytes.array()), bytes);
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("looking failed", e);
        }
    }

    private synchronized FutureTask<Sight> task(String content, ImageBytes bytes) {
        FutureTask<Sight> task = byContent.computeIfAbsent(content,
                key -> new FutureTask<>(() -> eyes.apply(bytes)));
        if (byContent.size() > capacity) {
            byContent.remove(byContent.keySet().iterator().next());
        }
        return task;
    }
}
