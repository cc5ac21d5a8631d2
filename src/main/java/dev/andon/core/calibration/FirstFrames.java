package dev.andon.core.calibration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How many of the first frames are open. Counting them means reading them, so the count is kept for as long as nothing
 * comes or goes among them. Forgetting it costs time and nothing else, so it is not part of the state. One thread.
 */
final class FirstFrames {

    private final EvidenceFrames frames;
    private int count;
    private int open;
    private @Nullable EvidenceFrame last;

    FirstFrames(EvidenceFrames frames) {
        this.frames = frames;
    }

    /** Open ones among the first so many. */
    int open(int wanted, Instant start) {
        if (last == null || count != wanted) {
            read(wanted, start);
        }
        return open;
    }

    /** A frame that was open is resolved. */
    void resolved(EvidenceFrame frame) {
        if (holds(frame)) {
            open--;
        }
    }

    /** A frame comes or goes. */
    void changed(EvidenceFrame frame) {
        if (holds(frame)) {
            forget();
        }
    }

    void forget() {
        last = null;
    }

    private boolean holds(EvidenceFrame frame) {
        return last != null && EvidenceFrame.ORDER.compare(frame, last) <= 0;
    }

    private void read(int wanted, Instant start) {
        count = wanted;
        open = 0;
        int[] left = {wanted};
        frames.walk(start, frame -> {
            last = frame;
            open += frame.outcome() == null ? 1 : 0;
            return --left[0] > 0;
        });
    }
}
