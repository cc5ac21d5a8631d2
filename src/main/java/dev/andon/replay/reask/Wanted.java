package dev.andon.replay.reask;

import java.time.Instant;

import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.replay.images.Place;

/**
 * A recorded inspection whose frame is to be asked about again: a pointer, since there may be many.
 *
 * @param sequence in the order of the line
 * @param at       position of its record on {@code accepted} or {@code human-review}
 * @param image    where its image is
 */
public record Wanted(LineId line, long sequence, Instant decided, Position at, Place image) {}
