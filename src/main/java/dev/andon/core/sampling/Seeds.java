package dev.andon.core.sampling;

import java.nio.charset.StandardCharsets;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.Sha256;

/** The seeds of a frame's samples: different for each sample and frame, and the same in every repetition. */
public final class Seeds {

    private static final int HEX_DIGITS = 7;

    private Seeds() {}

    /**
     * The base of a frame's seeds; sample k is asked for with base + k.
     *
     * @return 0 (inclusive) to 2^28 (exclusive): small enough for every server, also with the index added
     */
    public static long baseOf(FrameId frame) {
        return Long.parseLong(Sha256.hex(frame.value().getBytes(StandardCharsets.UTF_8)).substring(0, HEX_DIGITS), 16);
    }
}
