package dev.andon.core.review;

import java.time.Duration;
import java.time.Instant;

import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/**
 * What a person, or a system downstream, said of an inspection.
 *
 * @param id           of this verdict
 * @param inspectionId what it is about
 * @param line         of that inspection
 * @param result       {@code OK}, {@code NOT_OK}, or {@code NOT_DECIDABLE} for "cannot tell"
 * @param label        the label that is true; null where nobody said
 * @param basis        what was looked at
 * @param reviewer     who judged
 * @param at           when
 * @param duration     how long it took; null where nobody measured it
 * @param supersedes   the verdict that this one corrects; null for the first, or where the newest is meant
 * @param comment      null for none
 */
public record Verdict(
        String id,
        String inspectionId,
        LineId line,
        Result result,
        @Nullable String label,
        Basis basis,
        String reviewer,
        Instant at,
        @Nullable Duration duration,
        @Nullable String supersedes,
        @Nullable String comment) {}
