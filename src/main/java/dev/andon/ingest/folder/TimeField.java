package dev.andon.ingest.folder;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time within a name. Immutable. */
final class TimeField {

    /** A quoted text of a format, a run of one letter, or anything else. */
    private static final Pattern PART = Pattern.compile("'([^']*)'|([A-Za-z])\\2*|(.)");

    private final DateTimeFormatter formatter;
    private final ZoneId zone;
    private final String expression;

    /**
     * Reads a format of {@link DateTimeFormatter}.
     *
     * @throws IllegalArgumentException if it is none
     */
    TimeField(String format, ZoneId zone) {
        try {
            this.formatter = DateTimeFormatter.ofPattern(format, Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("{time:" + format + "}: " + e.getMessage(), e);
        }
        this.zone = zone;
        this.expression = PART.matcher(format).replaceAll(part -> Matcher.quoteReplacement(expression(part.group())));
    }

    /** A regular expression for what looks like such a time. */
    String expression() {
        return expression;
    }

    /** The time; empty where there is no such day or hour. */
    Optional<Instant> read(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, formatter).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String expression(String part) {
        char first = part.charAt(0);
        if (first == '\'') {
            return Pattern.quote(part.substring(1, part.length() - 1));
        }
        if (!Character.isLetter(first)) {
            return Pattern.quote(part);
        }
        boolean inWords = "EaG".indexOf(first) >= 0 || ("ML".indexOf(first) >= 0 && part.length() > 2);
        return inWords ? "\\p{L}+" : part.length() == 1 ? "\\d+" : "\\d{" + part.length() + "}";
    }
}
