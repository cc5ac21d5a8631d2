package dev.andon.core.camera;

import java.util.Locale;

/** How a camera is doing. */
public enum CameraState {
    /** Nobody knows yet: it has not been heard of since its process began with it. */
    STARTING,
    /** Pictures come, and nothing is wrong with them. */
    ONLINE,
    /** Pictures come, and something is wrong with them. */
    DEGRADED,
    /** No pictures come. */
    OFFLINE,
    /** People work on it: whatever it does is no reason for an alarm. */
    MAINTENANCE,
    /** Its process does not take its pictures any more. */
    REMOVED;

    /** As metrics and tables call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
