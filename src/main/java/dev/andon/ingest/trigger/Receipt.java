package dev.andon.ingest.trigger;

import java.time.Duration;
import java.util.List;

import dev.andon.core.frame.FrameId;
import org.jspecify.annotations.Nullable;

/** What is said to somebody who brings a trigger. */
public sealed interface Receipt {

    /**
     * It is taken, and is joined as soon as its picture is there.
     *
     * @param frameId  of what will come of it
     * @param repeated whether it was here before, and counts once
     * @param skew     how much the clock of the camera's triggers is ahead of ours, negative for behind; null while that is
     *                 not known
     */
    record Taken(FrameId frameId, boolean repeated, @Nullable Duration skew) implements Receipt {}

    /**
     * There is no such camera at present.
     *
     * @param cameras those that there are, in order
     */
    record NoSuchCamera(String cameraId, List<String> cameras) implements Receipt {

        /** For people. */
        public String problem() {
            return "there is no camera '" + cameraId + "' here: " + (cameras.isEmpty()
                    ? "none runs at present"
                    : "name one of " + String.join(", ", cameras));
        }
    }

    /**
     * It cannot be read.
     *
     * @param problems all of them, for people
     */
    record Malformed(List<String> problems) implements Receipt {}
}
