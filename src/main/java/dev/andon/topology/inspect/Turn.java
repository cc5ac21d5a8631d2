package dev.andon.topology.inspect;

/** What a frame that waits may do now. */
sealed interface Turn {

    /** The model may be asked about it, if there is room. */
    record Ask() implements Turn {}

    /** It has to wait on. */
    record Wait() implements Turn {}

    /** It is to be decided on the samples that it has, without asking. */
    record GiveUp(Unasked why) implements Turn {}
}
