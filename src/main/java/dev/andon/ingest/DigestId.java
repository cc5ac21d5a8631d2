package dev.andon.ingest;

import java.nio.charset.StandardCharsets;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.Sha256;

/** Names frames by what they are, so that one that is brought again is recognised. Pure functions. */
public final class DigestId {

    /** Hexadecimal digits that are left of the digest: 128 bits. */
    private static final int DIGITS = 32;

    private DigestId() {}

    /**
     * The same name for the same parts, and another one for others.
     *
     * @param prefix says who brings it
     */
    public static FrameId of(String prefix, String... parts) {
        byte[] identity = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
        return new FrameId(prefix + "-" + Sha256.hex(identity).substring(0, DIGITS));
    }
}
