package dev.andon.demo.vlmserver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.Sha256;

/**
 * Pictures by the content of their bytes, as servers keep processed images: the samples of one frame decode it once.
 * The least recently used one goes first. Any thread.
 */
final class PictureCache {

    private final int capacity;
    private final Function<ImageBytes, Picture> decoder;

    @GuardedBy("this")
    private final Map<String, FutureTask<Picture>> byContent = new LinkedHashMap<>(16, 0.75f, true);

    PictureCache(int capacity, Function<ImageBytes, Picture> decoder) {
        this.capacity = capacity;
        this.decoder = decoder;
    }

    /** The picture of these bytes, decoded now or before. */
    Picture of(ImageBytes bytes) throws InterruptedException {
        FutureTask<Picture> task = task(Sha256.hex(bytes.array()), bytes);
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("decoding failed", e);
        }
    }

    private synchronized FutureTask<Picture> task(String content, ImageBytes bytes) {
        FutureTask<Picture> task = byContent.computeIfAbsent(content,
                key -> new FutureTask<>(() -> decoder.apply(bytes)));
        if (byContent.size() > capacity) {
            byContent.remove(byContent.keySet().iterator().next());
        }
        return task;
    }
}
