package dev.andon.topology.inspect;

import java.util.function.Consumer;

import dev.andon.core.sampling.Sample;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a frame.
 *
 * @param unasked why the model is not asked for what is missing; null where it is
 * @param chance  to wait for the server once more, where only the end of an outage fell into its time
 * @param arrived is told of each sample as it comes
 */
record Attempt(@Nullable Unasked unasked, SecondChance chance, Consumer<Sample> arrived) {}
