package dev.andon.core.frame;

/**
 * An encoded image as it came from the camera. Immutable by agreement: the array is shared, not copied, and nobody
 * writes to it. Any thread.
 */
public final class ImageBytes {

    private final byte[] bytes;

    private ImageBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Wraps {@code bytes} without copying; the caller gives up writing to it. */
    public static ImageBytes of(byte[] bytes) {
        return new ImageBytes(bytes);
    }

    /** The bytes themselves, to be read only. */
    public byte[] array() {
        return bytes;
    }

    public int size() {
        return bytes.length;
    }

    /** The size alone: an image never reaches a log. */
    @Override
    public String toString() {
        return bytes.length + " image bytes";
    }
}
