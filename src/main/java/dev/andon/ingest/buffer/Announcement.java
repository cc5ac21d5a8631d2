package dev.andon.ingest.buffer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import dev.andon.core.frame.FrameId;

/** What people should know of a buffer. */
public sealed interface Announcement {

    /** In one sentence: what happened, and what to do. */
    String text();

    /**
     * Frames were dropped: the first one is said at once, what follows together.
     *
     * @param count  of those that were not said before
     * @param from   when the first of them was dropped
     * @param to     when the last one was
     * @param detail why the last one was
     */
    record Dropped(Drop.Cause cause, long count, Instant from, Instant to, String detail) implements Announcement {
        @Override
        public String text() {
            String when = from.equals(to) ? " at " + from : " from " + from + " to " + to;
            return "dropped " + count + (count == 1 ? " frame" : " frames") + when + ": " + detail;
        }
    }

    /**
     * Frames wait, and nothing is lost by that. Said once for each kind of failure until they go on.
     *
     * @param lasting whether somebody has to help
     */
    record Delayed(String detail, boolean lasting) implements Announcement {
        @Override
        public String text() {
            return "frames wait: " + detail + (lasting
                    ? "; this does not pass by itself: remove the cause, they are sent again until it works"
                    : "; they are sent again");
        }
    }

    /** Frames go on. */
    record Resumed(Duration after) implements Announcement {
        @Override
        public String text() {
            return "frames go on after " + after.toSeconds() + " s";
        }
    }

    /** There were frames on disk from an earlier run; they go first. */
    record Found(int frames, long bytes) implements Announcement {
        @Override
        public String text() {
            return "an earlier run left " + frames + " frames (" + bytes + " bytes) on disk: they are sent first";
        }
    }

    /** Something on disk is no whole frame. */
    record SetAside(Path place, String detail) implements Announcement {
        @Override
        public String text() {
            return "a frame on disk cannot be sent: " + detail + "; what is left of it is " + place;
        }
    }

    /** Nothing can be written to the disk; memory is all that is left. */
    record SpoolFailed(String detail) implements Announcement {
        @Override
        public String text() {
            return "frames cannot be kept on disk: " + detail;
        }
    }

    /** A frame stands in the topic before an earlier one, since the producer gave up on that. */
    record Overtaken(FrameId by) implements Announcement {
        @Override
        public String text() {
            return "frame " + by
                    + " overtook an earlier one that Kafka's producer gave up on: send one at a time, or let"
                    + " delivery.timeout.ms be longer than any outage";
        }
    }
}
