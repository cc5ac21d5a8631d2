package dev.andon.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

import dev.andon.core.frame.Position;
import dev.andon.topology.letters.Letter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that pick dead letters. */
final class LetterFilter {

    @Option(names = "--from", paramLabel = "WHERE", description = "Letters since an instant such as"
            + " 2026-11-23T08:00:00Z, or latest-N.")
    private @Nullable String from;

    @Option(names = "--source-partition", paramLabel = "P", description = "Only from this partition of frames.")
    private @Nullable Integer sourcePartition;

    @Option(names = "--line", paramLabel = "LINE", description = "Only of this production line.")
    private @Nullable String line;

    @Option(names = {"--max", "--limit"}, paramLabel = "N", description = "At most so many, the oldest first.")
    private @Nullable Integer max;

    /** Whether anything narrows the choice. */
    boolean isGiven() {
        return from != null || sourcePartition != null || line != null || max != null;
    }

    /** Those that are wanted, in the same order. */
    List<Letter> of(List<Letter> letters) {
        List<Letter> wanted = letters.stream().filter(this::wanted).toList();
        List<Letter> since = from == null ? wanted : since(from, wanted);
        return max == null ? since : since.subList(0, Math.clamp(max, 0, since.size()));
    }

    private boolean wanted(Letter letter) {
        Position source = letter.source();
        return (line == null || line.equals(letter.line()))
                && (sourcePartition == null || (source != null && source.partition() == sourcePartition));
    }

    private static List<Letter> since(String from, List<Letter> letters) {
        if (from.matches("latest-\\d{1,7}")) {
            int count = Integer.parseInt(from.substring("latest-".length()));
            return letters.subList(Math.max(0, letters.size() - count), letters.size());
        }
        try {
            Instant start = Instant.parse(from);
            return letters.stream().filter(letter -> !letter.time().isBefore(start)).toList();
        } catch (DateTimeParseException e) {
            throw CommandFailure.misused("--from " + from + ": write an instant such as 2026-11-23T08:00:00Z, or"
                    + " latest-N, for instance latest-10");
        }
    }
}
