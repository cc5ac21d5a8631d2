package dev.andon.core.frame;

/**
 * The name that the camera side gave to a frame, unique within its line.
 *
 * @param value 1 to 256 characters, not blank
 */
public record FrameId(String value) {

    /** @throws IllegalArgumentException if {@code value} is blank or longer than 256 characters */
    public FrameId {
        Ids.check("frameId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
