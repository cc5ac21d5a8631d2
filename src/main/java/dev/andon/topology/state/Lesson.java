package dev.andon.topology.state;

import java.time.Instant;

import dev.andon.core.calibration.LearnerState;
import dev.andon.core.frame.LineId;

/**
 * What has been learnt about one recipe of one line, and what was published of it.
 *
 * @param revision  of the recipe
 * @param version   of the threshold; grows with each change
 * @param cause     what changed the threshold last
 * @param changedAt when
 */
public record Lesson(LineId line, String recipeId, int revision, long version, String cause, Instant changedAt,
        LearnerState state) {}
