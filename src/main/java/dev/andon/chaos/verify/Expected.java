package dev.andon.chaos.verify;

import dev.andon.core.decision.Reason;

/** What has to become of a record of {@code frames}. */
sealed interface Expected {

    /** A decision on what the model says of it. */
    record Inspected() implements Expected {}

    /** A decision of a person, for this reason. */
    record Held(Reason reason) implements Expected {}

    /** A dead letter. */
    record DeadLetter() implements Expected {}

    /** Nothing: it repeats an earlier frame. */
    record Nothing() implements Expected {}
}
