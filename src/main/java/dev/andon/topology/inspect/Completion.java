package dev.andon.topology.inspect;

import java.util.OptionalLong;

import dev.andon.async.Resequencer.Slot;
import dev.andon.core.sampling.Sample;
import dev.andon.topology.source.FrameSource;

/** News from the workers of a task to its thread. */
sealed interface Completion {

    /** A parked frame was read again. */
    record Reread(Slot<String, OpenFrame, Outcome> slot, FrameSource.Read read) implements Completion {}

    /** A valid sample has come. */
    record Sampled(Slot<String, OpenFrame, Outcome> slot, String recipeHash, Sample sample) implements Completion {}

    /** The server answered nobody while this frame was asked about: it is to wait until it does. */
    record Unanswered(Slot<String, OpenFrame, Outcome> slot) implements Completion {}

    /** The work was interrupted before its end, since the process is about to end. */
    record Interrupted(Slot<String, OpenFrame, Outcome> slot) implements Completion {}

    /** How far the topic reached when the task asked; empty if nobody could say. */
    record TopicEnd(OptionalLong offset) implements Completion {}

    /** The inspection is over. */
    record Inspected(Slot<String, OpenFrame, Outcome> slot, Outcome.Decided decided) implements Completion {}
}
