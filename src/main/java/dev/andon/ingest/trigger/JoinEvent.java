package dev.andon.ingest.trigger;

import java.time.Duration;
import java.time.Instant;

import dev.andon.ingest.Shot;

/** What comes of triggers and pictures. */
public sealed interface JoinEvent {

    /**
     * A trigger has its picture.
     *
     * @param distance how much later than its trigger the picture was taken; negative for earlier
     */
    record Joined(Trigger trigger, Shot shot, Duration distance) implements JoinEvent {}

    /**
     * A trigger has no picture, and gets none.
     *
     * @param detail what is wrong, for people
     */
    record TriggerWithoutFrame(Trigger trigger, Why why, String detail) implements JoinEvent {}

    /** Why there is none. */
    enum Why {
        /** None was taken within the window. */
        NO_PICTURE,
        /** Pictures of its time have been forgotten. */
        TOO_LATE,
        /** Its time lies ahead of when we heard of it, and of what others say of its clock. */
        AHEAD,
        /** The picture shows another unit already. */
        TAKEN
    }

    /**
     * Pictures were taken that no trigger asked for, within its window, while they were remembered.
     *
     * @param first when the first of them was taken
     * @param last  when the last of them was taken
     */
    record FramesWithoutTrigger(int count, Instant first, Instant last) implements JoinEvent {}

    /**
     * The clock of the triggers went beyond its limit, or came back.
     *
     * @param raised whether it is beyond
     * @param skew   how much it is ahead of ours; negative for behind
     */
    record SkewAlarm(boolean raised, Duration skew, Duration limit) implements JoinEvent {}
}
