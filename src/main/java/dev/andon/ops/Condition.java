package dev.andon.ops;

/**
 * How something stands that the program needs.
 *
 * @param detail in words for people
 */
public record Condition(Level level, String detail) {

    /** From best to worst. */
    public enum Level {
        /** As it should be. */
        UP,
        /** Not as it should be, and the program copes with it. */
        DEGRADED,
        /** The program cannot work. */
        DOWN
    }

    public static Condition up(String detail) {
        return new Condition(Level.UP, detail);
    }

    public static Condition degraded(String detail) {
        return new Condition(Level.DEGRADED, detail);
    }

    public static Condition down(String detail) {
        return new Condition(Level.DOWN, detail);
    }
}
