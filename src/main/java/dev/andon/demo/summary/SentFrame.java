package dev.andon.demo.summary;

import dev.andon.core.frame.Position;
import dev.andon.core.sampling.Result;

/**
 * A frame as it was sent, with what it really shows.
 *
 * @param line     id of the line
 * @param position that the broker gave to it
 * @param label    {@code ok} or the defect that was drawn
 * @param result   of the part itself
 * @param troubled whether something made it hard to see
 */
public record SentFrame(
        String frameId,
        String line,
        Position position,
        String label,
        Result result,
        boolean troubled) {}
