package dev.andon.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import dev.andon.core.frame.LineId;

/** What others say of an image, as it may stand in a frame. Pure functions. */
public final class SaidText {

    /** What is wrong with a text that gives no instant, and what to do, as the end of a sentence. */
    public static final String NO_INSTANT = "is no instant: write it like 2026-01-31T23:59:59.123Z";

    private static final int LONGEST = LineId.MAX_LENGTH;
    private static final int LONGEST_SHOWN = 80;

    /** Wide enough for every clock; a record holds milliseconds of the years in between. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private SaidText() {}

    /** What is wrong with a text, and what to do, as the end of a sentence; empty where nothing is. */
    public static Optional<String> flaw(String text) {
        if (text.isBlank()) {
            return Optional.of("is blank: give a value, or leave it out");
        }
        if (text.length() > LONGEST) {
            return Optional.of("has " + text.length() + " characters: write at most " + LONGEST);
        }
        return text.chars().anyMatch(Character::isISOControl)
                ? Optional.of("has control characters: remove them")
                : Optional.empty();
    }

    /** The instant that a text of ISO 8601 gives; empty where it gives none that a frame can have. */
    public static Optional<Instant> instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            return instant.isBefore(FIRST) || instant.isAfter(LAST) ? Optional.empty() : Optional.of(instant);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** As much of a text as a message has room for. */
    public static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
