package dev.andon.replay.images;

import dev.andon.core.decision.Inspection;
import dev.andon.core.frame.Position;
import org.jspecify.annotations.Nullable;

/**
 * An inspection as it stands on its topic.
 *
 * @param inspection without its image
 * @param at         the position of its record on {@code accepted} or {@code human-review}
 * @param image      the position of the record that its image travels in: its own, or that of its audit copy; null for none
 */
public record Recorded(Inspection inspection, Position at, @Nullable Position image) {}
