package dev.andon.replay.reask;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * How far the copy of one partition of recorded inspections has come. It is committed with the copies as an offset, whose
 * metadata say the rest.
 *
 * @param next   the first offset that has not been looked at
 * @param until  where the replay ends, exclusive: fixed when it began
 * @param copied how many of those before {@code next} were copied
 * @param begun  digest of what was asked for when it began
 */
record Cursor(long next, long until, long copied, String begun) {

    private static final Pattern METADATA = Pattern.compile("until=(\\d+) copied=(\\d+) begun=(\\w*)");

    static Cursor atStart(long until, String begun) {
        return new Cursor(0, until, 0, begun);
    }

    /** Empty where somebody else committed the offset. */
    static Optional<Cursor> of(OffsetAndMetadata committed) {
        Matcher matcher = METADATA.matcher(committed.metadata());
        return matcher.matches()
                ? Optional.of(new Cursor(committed.offset(), Long.parseLong(matcher.group(1)),
                        Long.parseLong(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    OffsetAndMetadata committed() {
        return new OffsetAndMetadata(next, "until=" + until + " copied=" + copied + " begun=" + begun);
    }

    /** Whether the record at an offset is still to be copied. */
    boolean covers(long offset) {
        return offset >= next && offset < until;
    }

    /** Past the record at an offset. */
    Cursor past(long offset, boolean copiedIt) {
        return new Cursor(offset + 1, until, copied + (copiedIt ? 1 : 0), begun);
    }
}
