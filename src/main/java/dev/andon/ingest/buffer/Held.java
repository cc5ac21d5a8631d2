package dev.andon.ingest.buffer;

import java.time.Instant;

import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageSource.Inline;
import org.jspecify.annotations.Nullable;

/** A frame in a backlog: in memory, on disk, or both. Guarded by the backlog, but for what is final. */
final class Held {

    private static final long BESIDES_THE_IMAGE = 1 << 10;

    /** Greater than those of all before it. */
    final long number;

    /** Bytes that it takes in memory. */
    final long weight;

    /** When it came. */
    final Instant since;

    @Nullable
    Frame frame;

    @Nullable
    SpoolFile file;

    private Held(long number, long weight, Instant since) {
        this.number = number;
        this.weight = weight;
        this.since = since;
    }

    /** One that has just come. */
    static Held of(long number, Frame frame, Instant since) {
        long image = frame.image() instanceof Inline(var bytes) ? bytes.size() : 0;
        Held held = new Held(number, BESIDES_THE_IMAGE + image, since);
        held.frame = frame;
        return held;
    }

    /** One of an earlier run. */
    static Held of(SpoolFile file) {
        Held held = new Held(file.number(), file.bytes(), file.written());
        held.file = file;
        return held;
    }
}
