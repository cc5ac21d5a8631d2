package dev.andon.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.andon.core.frame.Position;

/**
 * A stretch of a partition.
 *
 * @param first inclusive
 * @param last  inclusive
 */
record OffsetRange(int partition, long first, long last) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})@(\\d{1,18})(?:-(\\d{1,18}))?");

    /** {@code 2@100-250}, or {@code 2@100} for one record; ends the command where an option says something else. */
    static OffsetRange of(String option, String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw CommandFailure.misused(option + " " + text
                    + " is no stretch of a partition: write 2@100-250, or 2@100 for one record");
        }
        long first = Long.parseLong(matcher.group(2));
        long last = matcher.group(3) == null ? first : Long.parseLong(matcher.group(3));
        if (last < first) {
            throw CommandFailure.misused(option + " " + text + " ends before it begins");
        }
        return new OffsetRange(Integer.parseInt(matcher.group(1)), first, last);
    }

    boolean has(Position position) {
        return position.partition() == partition && position.offset() >= first && position.offset() <= last;
    }
}
