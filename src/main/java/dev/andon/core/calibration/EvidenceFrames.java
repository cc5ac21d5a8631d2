package dev.andon.core.calibration;

import java.time.Instant;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The evidence of the present window of one recipe: a port, kept beside the {@link LearnerState} and written together with
 * it. One thread.
 */
public interface EvidenceFrames {

    /** Keeps a frame, in place of the one of the same key where there is one. */
    void put(EvidenceFrame frame);

    /** The frame of this key; null where there is none. */
    @Nullable
    EvidenceFrame find(String key);

    /** Drops a frame that is kept. */
    void remove(EvidenceFrame frame);

    /**
     * Shows frames by {@link EvidenceFrame#ORDER} for as long as the visitor wants more. The visitor changes nothing.
     *
     * @param from where to begin: the first frame that was decided then or later
     */
    void walk(Instant from, Predicate<EvidenceFrame> visitor);

    /** Drops all. */
    void clear();
}
