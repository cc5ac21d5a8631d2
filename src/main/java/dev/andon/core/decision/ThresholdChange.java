package dev.andon.core.decision;

import java.time.Instant;

import dev.andon.core.frame.LineId;
import org.jspecify.annotations.Nullable;

/**
 * One change of one learnt threshold.
 *
 * @param oldValue   null for none
 * @param newValue   null for none: everything is held
 * @param oldVersion null for the first
 * @param mode       how it came about
 * @param evidence   what it rests on, or what is missing, in words
 * @param cause      what changed it
 * @param at         when
 */
public record ThresholdChange(
        LineId line,
        RecipeRevision recipe,
        @Nullable Double oldValue,
        @Nullable Double newValue,
        @Nullable Long oldVersion,
        long newVersion,
        ThresholdMode mode,
        String evidence,
        String cause,
        Instant at) {}
