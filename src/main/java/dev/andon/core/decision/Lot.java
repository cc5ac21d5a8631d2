package dev.andon.core.decision;

import java.nio.charset.StandardCharsets;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.Sha256;

/** The lot that each frame draws: uniform over frame ids, and the same in every replay. */
public final class Lot {

    private static final int MANTISSA_BITS = 53;

    private Lot() {}

    /**
     * The lot of a frame.
     *
     * @param salt of this installation
     * @return 0 (inclusive) to 1 (exclusive)
     */
    public static double of(String salt, FrameId frame) {
        byte[] digest = Sha256.digest((salt + '\u0000' + frame.value()).getBytes(StandardCharsets.UTF_8));
        long head = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            head = (head << Byte.SIZE) | (digest[i] & 0xffL);
        }
        return (head >>> (Long.SIZE - MANTISSA_BITS)) * 0x1p-53;
    }

    /** The lot by which a frame is taken to try something out: it tells nothing of the other one, by which frames are audited. */
    public static double ofShadow(String salt, FrameId frame) {
        return of(salt + "/shadow", frame);
    }
}
