package dev.andon.core.review;

import java.util.List;

import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/**
 * An inspection with what was said of it.
 *
 * @param id          of this record
 * @param supersedes  the record about the same inspection that this one replaces; null for the first
 * @param inspected   what was judged
 * @param verdicts    all so far, by time; the last is the one that counts
 * @param finalResult of the inspection as things stand
 * @param overruled   whether the inspection had published another result than the final one
 */
public record Reviewed(String id, @Nullable String supersedes, Inspected inspected, List<Verdict> verdicts,
        Result finalResult, boolean overruled) {

    public Reviewed {
        verdicts = List.copyOf(verdicts);
    }
}
