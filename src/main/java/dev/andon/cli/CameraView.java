package dev.andon.cli;

import java.time.Duration;
import java.time.Instant;

import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.EventKind;

/**
 * What can be said of a camera by its newest event: whoever watches it may have died since.
 *
 * @param now by the clock of this machine, which may differ from that of the camera's by some seconds
 */
record CameraView(CameraEvent event, Instant now) {

    /** Three heartbeats are missing. */
    private static final Duration SILENCE = CameraEvent.HEARTBEAT.multipliedBy(3);

    boolean isSilent() {
        return now.isAfter(event.at().plus(SILENCE));
    }

    String state() {
        return isSilent() ? "UNKNOWN" : event.state().name();
    }

    /** When the state began, or silence did. */
    Instant since() {
        return isSilent() ? event.at() : event.since();
    }

    String detail() {
        if (isSilent()) {
            return "nothing was heard of it since " + event.at() + ", when it was " + event.state().label()
                    + ": does its process run?";
        }
        boolean ofState = event.kind().equals(EventKind.STATE) || event.kind().equals(EventKind.STATUS);
        return ofState ? event.detail() : event.kind() + ": " + event.detail();
    }
}
