package dev.andon.core.frame;

/**
 * The name of a production line: the key of every topic.
 *
 * @param value 1 to 256 characters, not blank
 */
public record LineId(String value) {

    /** Characters of the longest. */
    public static final int MAX_LENGTH = Ids.MAX_LENGTH;

    /** @throws IllegalArgumentException if {@code value} is blank or longer than 256 characters */
    public LineId {
        Ids.check("lineId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
